import type { ShellOutput, TranscriptLine } from '../../lab/types.ts'

/** Lines of the transcript that the page shows; the rest is kept for copying. */
export const SHOWN_LINES = 300
const KEPT_LINES = 20_000
const KEPT_SCREEN = 200_000

export interface NumberedLine extends TranscriptLine {
  readonly id: number
}

/** The output of the shell on its way to the terminal: it waits here until there is a screen. */
export class TerminalFeed implements ShellOutput {
  /** The newest lines. */
  lines = $state.raw<readonly NumberedLine[]>([])
  count = $state(0)
  /** A line that was offered, for the terminal to take. */
  offered = $state.raw<{ readonly text: string }>()
  /** Cells in a row of the screen. */
  columns = 80
  /** Lines for copying, the newest. */
  kept: NumberedLine[] = []
  #next = 0
  #screen = ''
  #waiting = false
  #sink: Sink | undefined
  /** Characters of the line that were echoed, and can be taken back. */
  #echoed = 0

  write(text: string): void {
    this.#screen += text
    // Cut seldom: each cut copies all of it.
    if (this.#screen.length > KEPT_SCREEN * 2) this.#screen = this.#screen.slice(-KEPT_SCREEN)
    this.#sink?.write(text)
  }

  /** Shows what is typed while no shell answers yet, as the shell will. */
  echo(typed: string): void {
    for (const key of typed)
      if (key === '\r') {
        this.#echoed = 0
        this.write('\r\n')
      } else if (key === '\x7f') {
        if (this.#echoed > 0) this.write('\b \b')
        this.#echoed = Math.max(0, this.#echoed - 1)
      } else if (key >= ' ') {
        this.#echoed++
        this.write(key)
      }
  }

  addLine(line: TranscriptLine): void {
    this.kept.push({ ...line, id: this.#next++ })
    if (this.kept.length > KEPT_LINES * 1.5) this.kept = this.kept.slice(-KEPT_LINES)
    if (this.#waiting) return
    this.#waiting = true
    queueMicrotask(() => {
      this.#waiting = false
      this.lines = this.kept.slice(-SHOWN_LINES)
      this.count = this.kept.length
    })
  }

  /** Puts a line into the terminal in place of what is typed there, unsent. @param text Its first line counts. */
  offer(text: string): void {
    this.offered = { text: text.trimStart().split(/\r?\n/, 1)[0]! }
  }

  clear(): void {
    this.#echoed = 0
    this.kept = []
    this.#screen = ''
    this.lines = []
    this.count = 0
    this.#sink?.clear()
  }

  /** Shows what was written so far, then what comes. @returns A function that takes the screen away. */
  attach(sink: Sink): () => void {
    this.#sink = sink
    if (this.#screen) sink.write(this.#screen)
    return () => {
      if (this.#sink === sink) this.#sink = undefined
    }
  }
}

export interface Sink {
  write(text: string): void
  clear(): void
}

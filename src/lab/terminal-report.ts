import type { ShellOutput, TranscriptLine } from '../shell/shell.ts'
import { keptLines, keptScreen, MAX_LINES, MAX_SCREEN } from './picture.ts'
import type { TerminalOutput } from './protocol.ts'

/** Collects what a shell writes, until it is taken. */
export class TerminalReport implements ShellOutput {
  columns: number
  /** All that was taken so far, as a picture keeps it. */
  screen = ''
  lines: readonly TranscriptLine[] = []
  #text = ''
  #lines: TranscriptLine[] = []
  #busy = false

  constructor(columns: number) {
    this.columns = columns
  }

  write(text: string): void {
    this.#text += text
    if (this.#text.length > MAX_SCREEN * 2) this.#text = newestLines(this.#text)
  }

  addLine(line: TranscriptLine): void {
    this.#lines.push(line)
    // Cut seldom: each cut copies all of it.
    if (this.#lines.length > MAX_LINES * 1.5) this.#lines = this.#lines.slice(-MAX_LINES)
  }

  /**
   * Takes what was written since the last time.
   * @param busy Whether a program runs.
   * @param terminal Its number, where it is not the first.
   */
  *take(run: number, busy: boolean, terminal?: number): Generator<TerminalOutput> {
    if (!this.#text && !this.#lines.length && busy === this.#busy) return
    const [text, lines] = [this.#text, this.#lines]
    this.#text = ''
    this.#lines = []
    this.#busy = busy
    this.screen = keptScreen(this.screen + text)
    this.lines = keptLines([...this.lines, ...lines])
    yield { kind: 'terminal', run, ...(terminal && { terminal }), text, lines, busy }
  }
}

/** As much as a picture keeps, from the start of a line: a sequence is not cut. */
const newestLines = (text: string): string => {
  const at = text.indexOf('\n', text.length - MAX_SCREEN)
  return text.slice(at < 0 ? -MAX_SCREEN : at + 1)
}

import { withoutColours } from '../core/text/ansi.ts'
import { wrapText } from '../core/text/columns.ts'
import { columnAfter, erase, leave, redraw, WRAP, type View } from './render.ts'
import type { ShellOutput, TranscriptLine } from './shell.ts'
import { textWidth } from '../core/text/width.ts'

/** Cells in a row where the output sets no width. */
const COLUMNS = 80

export interface TypedLine {
  readonly prompt: string
  readonly text: string
  readonly cursor: number
}

/**
 * The terminal's screen: printed text above, the line being typed below it. Text that comes during
 * typing goes above the line, which is drawn again.
 */
export class Screen {
  /** The line as it is drawn now, if it is. */
  drawn: View | undefined
  /** The column in which unfinished output ended. */
  column = 0
  /** The text of the server's unfinished line. */
  unfinished = ''
  readonly #output: ShellOutput

  constructor(output: ShellOutput) {
    this.#output = output
  }

  /** Prints whole lines of the shell or a program; may have colours. */
  print(text: string): void {
    this.#printAs(text, text)
  }

  /** Prints sentences: on the screen they are broken between words. */
  explain(text: string): void {
    this.#printAs(text, breakBetweenWords(text, this.#columns))
  }

  #printAs(text: string, shown: string): void {
    this.#put(`${this.column > 0 ? '\n' : ''}${shown}\n`)
    for (const line of withoutColours(text).split('\n')) this.#addLine('program', line)
  }

  /** Prints what came over the wire, already made harmless. It may end within a line. */
  receive(text: string): void {
    this.#put(text)
    const lines = (this.unfinished + text).split('\n')
    this.unfinished = lines.pop()!
    for (const line of lines) this.#addLine('server', line)
  }

  /** Ends a line that the server left unfinished. */
  endReceived(): void {
    if (this.column > 0) this.#put('\n')
    if (this.unfinished !== '') this.#addLine('server', this.unfinished)
    this.unfinished = ''
  }

  /** Shows the line being typed. */
  show(typed: TypedLine): View {
    const indent = textWidth(withoutColours(typed.prompt))
    const view: View = { ...typed, column: this.column, indent }
    this.#write(redraw(this.drawn, view, this.#columns))
    this.drawn = view
    return view
  }

  /**
   * Leaves the finished line on the screen; the cursor goes to the next row.
   * @param entry The line in the transcript, if it goes there.
   */
  finish(typed: TypedLine, entry: string | undefined): void {
    const view = this.show({ ...typed, cursor: typed.text.length })
    this.#write(leave(view, this.#columns))
    this.drawn = undefined
    this.column = 0
    if (entry !== undefined) this.#addLine('you', entry)
  }

  clear(): void {
    this.#eraseLine()
    this.#write('\x1b[2J\x1b[3J\x1b[H')
    this.column = 0
  }

  #put(text: string): void {
    this.#eraseLine()
    const last = text.slice(text.lastIndexOf('\n') + 1)
    const start = last.length === text.length ? this.column : 0
    this.column = columnAfter(start, withoutColours(last), this.#columns)
    const wraps = this.column === 0 && last !== ''
    this.#write(text.replaceAll('\n', '\r\n') + (wraps ? WRAP : ''))
  }

  #eraseLine(): void {
    if (this.drawn) this.#write(erase(this.drawn, this.#columns))
    this.drawn = undefined
  }

  get #columns(): number {
    return Math.max(2, Math.floor(this.#output.columns ?? COLUMNS))
  }

  #write(text: string): void {
    if (text !== '') this.#output.write(text)
  }

  #addLine(who: TranscriptLine['who'], text: string): void {
    this.#output.addLine({ who, text })
  }
}

/** Indented lines are no sentences: they stay as they are. */
const breakBetweenWords = (text: string, columns: number): string =>
  text
    .split('\n')
    .flatMap((line) =>
      withoutColours(line).startsWith(' ') ? [line] : wrapText(line, '', columns - 1),
    )
    .join('\n')

import { withoutColours } from '../core/text/ansi.ts'
import { breakBetweenWords } from './break-lines.ts'
import { markLine, type LineMark, type SpokenProtocol } from '../core/text/line-mark.ts'
import { columnAfter, erase, leave, redraw, WRAP, type View } from './render.ts'
import type { ShellOutput, TranscriptLine } from './shell.ts'
import { textWidth } from '../core/text/width.ts'

/** Cells in a row where the output sets no width. */
const COLUMNS = 80

export interface TypedLine {
  readonly prompt: string
  readonly text: string
  readonly cursor: number
  /** What the line is; `program` by default. */
  readonly mark?: LineMark
  /** What it is written in, where it goes to a server. */
  readonly protocol?: SpokenProtocol | undefined
}

/** Commands to a server stand out in the colour of who types. */
const STYLES: Readonly<Partial<Record<LineMark, string>>> = { command: '\x1b[1;34m' }
const PLAIN = '\x1b[0m'

/**
 * The terminal's screen: printed text above, the line being typed below it. Text that comes during
 * typing goes above the line, which is drawn again.
 */
export class Screen {
  /** The line as it is drawn now, if it is. */
  drawn: View | undefined
  /** The column in which unfinished output ended. */
  column = 0
  /** The text of the line that has no end yet, of a server or a program. */
  unfinished = ''
  /** Whose line that is. */
  #author: TranscriptLine['who'] = 'server'
  /** Whether the typed line is drawn in a style of its own, which must end with it. */
  #isStyled = false
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
    this.#printAs(text, breakBetweenWords(text, this.columns))
  }

  #printAs(text: string, shown: string): void {
    const lines = shown.split('\n').map((line) => PROGRAM + line)
    this.#put(`${this.column > 0 ? '\n' : ''}${lines.join('\n')}\n`)
    for (const line of withoutColours(text).split('\n')) this.#addLine('program', line)
  }

  /**
   * Prints what came over the wire, already made harmless. It may end within a line.
   * @param shown The same with marks and colours.
   */
  receive(text: string, shown = text): void {
    this.#putFrom('server', text, shown)
  }

  /** Writes text of a program, already made harmless. It may end within a line. */
  write(text: string): void {
    const isWithin = this.unfinished !== '' && this.#author === 'program'
    const lines = text
      .split('\n')
      .map((line, at) => (line && (at || !isWithin) ? PROGRAM : '') + line)
    this.#putFrom('program', text, lines.join('\n'))
  }

  /** Ends a line that the server left unfinished. */
  endReceived(): void {
    if (this.column > 0) this.#put('\n')
    this.#endUnfinished()
  }

  /** What a program left unfinished stays as it is; the prompt comes behind it. */
  endWritten(): void {
    if (this.#author === 'program') this.#endUnfinished()
  }

  #putFrom(who: TranscriptLine['who'], text: string, shown: string): void {
    if (this.#author !== who) this.#endUnfinished()
    this.#author = who
    this.#put(shown)
    const lines = (this.unfinished + text).split('\n')
    this.unfinished = lines.pop()!
    for (const line of lines) this.#addLine(who, line)
  }

  #endUnfinished(): void {
    if (this.unfinished !== '') this.#addLine(this.#author, this.unfinished)
    this.unfinished = ''
  }

  /** Shows the line being typed. */
  show(typed: TypedLine): View {
    const style = STYLES[typed.mark ?? 'program'] ?? ''
    const view: View = {
      ...{ column: this.column, indent: textWidth(withoutColours(typed.prompt)) },
      ...{ text: typed.text, cursor: typed.cursor, prompt: this.#markFor(typed) + style },
    }
    if (this.drawn && this.drawn.prompt !== view.prompt) this.#eraseLine()
    this.#isStyled = style !== ''
    this.#write(redraw(this.drawn, view, this.columns))
    this.drawn = view
    return view
  }

  /**
   * Leaves the finished line on the screen; the cursor goes to the next row.
   * @param entry The line in the transcript, if it goes there.
   */
  finish(typed: TypedLine, entry: string | undefined): void {
    const view = this.show({ ...typed, cursor: typed.text.length })
    this.#write(leave(view, this.columns))
    this.#endStyle()
    this.drawn = undefined
    this.column = 0
    if (entry !== undefined) this.#addLine('you', entry)
  }

  /** A line of the transcript alone: what is drawn and not printed. */
  announce(text: string): void {
    this.#addLine('program', text)
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
    this.column = columnAfter(start, withoutColours(last), this.columns)
    const wraps = this.column === 0 && last !== ''
    this.#write(text.replaceAll('\n', '\r\n') + (wraps ? WRAP : ''))
  }

  #eraseLine(): void {
    if (this.drawn) this.#write(erase(this.drawn, this.columns))
    this.#endStyle()
    this.drawn = undefined
  }

  #endStyle(): void {
    if (this.#isStyled) this.#write(PLAIN)
    this.#isStyled = false
  }

  /** What a server left unfinished has its own mark, and the typed line goes on behind it. */
  #markFor({ prompt, mark = 'program', protocol }: TypedLine): string {
    return this.column > 0 ? prompt : markLine(mark, protocol) + prompt
  }

  /** Cells in a row. */
  get columns(): number {
    return Math.max(2, Math.floor(this.#output.columns ?? COLUMNS))
  }

  #write(text: string): void {
    if (text !== '') this.#output.write(text)
  }

  #addLine(who: TranscriptLine['who'], text: string): void {
    this.#output.addLine({ who, text })
  }
}

const PROGRAM = markLine('program')

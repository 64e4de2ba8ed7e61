import { withoutColours } from '../core/text/ansi.ts'
import { wrapText } from '../core/text/columns.ts'
import { columnAfter, erase, leave, redraw, WRAP, type View } from './render.ts'
import { textWidth } from '../core/text/width.ts'
import type { ShellOutput, SpokenLine } from './shell.ts'

/** Cells in a row where the output does not say. */
const COLUMNS = 80

/**
 * The terminal's screen: printed text above, the line being typed below it. Text that comes while
 * somebody types goes above the line, which is drawn again.
 */
export interface Screen {
  /** Prints whole lines of the shell or a program; may have colours. */
  print(text: string): void
  /** The same for sentences: on the screen they are broken between words. */
  tell(text: string): void
  /** Prints what came over the wire, already made harmless. It may end within a line. */
  receive(text: string): void
  /** Ends a line that the server left unfinished. */
  endReceived(): void
  /** Shows the line being typed. */
  show(typed: TypedLine): void
  /** The typed line is finished: it stays, and the cursor goes to the next row. */
  finish(typed: TypedLine, said: string | undefined): void
  clear(): void
}

export interface TypedLine {
  readonly prompt: string
  readonly text: string
  readonly cursor: number
}

export function createScreen(output: ShellOutput): Screen {
  /** What of the line stands on the screen now. */
  let drawn: View | undefined
  /** The column in which unfinished output ended. */
  let column = 0
  /** What the server's unfinished line said so far. */
  let unspoken = ''
  const columns = (): number => Math.max(2, Math.floor(output.columns ?? COLUMNS))
  const write = (text: string): void => {
    if (text !== '') output.write(text)
  }

  function takeOff(): void {
    if (drawn) write(erase(drawn, columns()))
    drawn = undefined
  }

  function put(text: string): void {
    takeOff()
    const last = text.slice(text.lastIndexOf('\n') + 1)
    const start = last.length === text.length ? column : 0
    column = columnAfter(start, withoutColours(last), columns())
    const wraps = column === 0 && last !== ''
    write(text.replaceAll('\n', '\r\n') + (wraps ? WRAP : ''))
  }

  const say = (who: SpokenLine['who'], text: string): void => output.say({ who, text })

  function show(typed: TypedLine): void {
    const indent = textWidth(withoutColours(typed.prompt))
    const view: View = { ...typed, column, indent }
    write(redraw(drawn, view, columns()))
    drawn = view
  }

  function print(text: string, shown: string): void {
    put(`${column > 0 ? '\n' : ''}${shown}\n`)
    for (const line of withoutColours(text).split('\n')) say('program', line)
  }

  return {
    print: (text) => print(text, text),
    tell: (text) => print(text, breakBetweenWords(text, columns())),
    receive(text) {
      put(text)
      const lines = (unspoken + text).split('\n')
      unspoken = lines.pop()!
      for (const line of lines) say('server', line)
    },
    endReceived() {
      if (column > 0) put('\n')
      if (unspoken !== '') say('server', unspoken)
      unspoken = ''
    },
    show,
    finish(typed, said) {
      show({ ...typed, cursor: typed.text.length })
      write(leave(drawn!, columns()))
      drawn = undefined
      column = 0
      if (said !== undefined) say('you', said)
    },
    clear() {
      takeOff()
      write('\x1b[2J\x1b[3J\x1b[H')
      column = 0
    },
  }
}

/** Lines that are indented are no sentences: they stay as they are. */
const breakBetweenWords = (text: string, columns: number): string =>
  text
    .split('\n')
    .flatMap((line) =>
      withoutColours(line).startsWith(' ') ? [line] : wrapText(line, '', columns - 1),
    )
    .join('\n')

import { cellWidth, textWidth } from '../core/text/width.ts'

/** The line being typed as it is on the screen. */
export interface View {
  /** The column in which the prompt begins: for instance behind a line that a server left unfinished. */
  readonly column: number
  /** Printed before the typed text; may have colours. */
  readonly prompt: string
  /** Cells that the prompt takes. */
  readonly indent: number
  readonly text: string
  /** UTF-16 units of the text before the cursor. */
  readonly cursor: number
}

/** Cells from the row in which the prompt begins. */
interface Spot {
  readonly row: number
  readonly column: number
}

/** Cells a tab takes: a fixed number, so that a line can be redrawn from any place. */
const TAB = '    '

/** The text as it is shown: a tab would move the cursor by itself; a view has several rows. */
const shown = (text: string): string => text.replaceAll('\t', TAB)

const written = (text: string): string => shown(text).replaceAll('\n', '\r\n')

/**
 * What turns one view of a line into the next on a terminal `columns` wide: the common beginning
 * stays, the rest is written anew. Without `before`, the cursor is where the prompt shall begin.
 */
export function redraw(before: View | undefined, after: View, columns: number): string {
  if (!before) return after.prompt + write(after, 0, columns)
  if (before.prompt !== after.prompt || before.column !== after.column)
    return erase(before, columns) + redraw(undefined, after, columns)
  const at = spotAt(before, before.cursor, columns)
  const same = commonLength(before.text, after.text)
  if (same === before.text.length && same === after.text.length)
    return move(at, spotAt(after, after.cursor, columns))
  const tidy = covers(after.text.slice(same), before.text.slice(same)) ? '' : '\x1b[J'
  return move(at, spotAt(after, same, columns)) + tidy + write(after, same, columns)
}

/** Whether one text, written over the other, leaves nothing of it. */
const covers = (text: string, old: string): boolean =>
  old === '' || (text.length >= old.length && /^[ -~]*$/.test(text + old))

/** Takes the line off the screen; the cursor is then where its prompt began. */
export function erase(view: View, columns: number): string {
  const begin = advance({ row: 0, column: 0 }, view.column, columns)
  return `${move(spotAt(view, view.cursor, columns), begin)}\x1b[J`
}

/** Leaves the line on the screen and goes to the row below it. */
export function leave(view: View, columns: number): string {
  const end = spotAt(view, view.text.length, columns)
  const toEnd = move(spotAt(view, view.cursor, columns), end)
  return isWrapped(end) ? toEnd : `${toEnd}\r\n`
}

/** The column behind a text that is written at `column`. */
export const columnAfter = (column: number, text: string, columns: number): number =>
  advanceBy({ row: 0, column }, text, columns).column

/** Writes the text from a position on, with the cursor there; leaves it where the view wants it. */
function write(view: View, from: number, columns: number): string {
  const end = spotAt(view, view.text.length, columns)
  const wrap = isWrapped(end) ? WRAP : ''
  return written(view.text.slice(from)) + wrap + move(end, spotAt(view, view.cursor, columns))
}

/** A full row leaves the cursor on its last cell: one more character makes the terminal wrap. */
export const WRAP = ' \r'

const isWrapped = ({ row, column }: Spot): boolean => column === 0 && row > 0

function move(from: Spot, to: Spot): string {
  const rows = to.row - from.row
  const vertical = rows < 0 ? `\x1b[${-rows}A` : rows > 0 ? `\x1b[${rows}B` : ''
  if (to.column === from.column) return vertical
  if (to.column === 0) return `${vertical}\r`
  const cells = to.column - from.column
  return vertical + (cells < 0 ? `\x1b[${-cells}D` : `\x1b[${cells}C`)
}

/** Where the cursor is behind the first `length` units. */
function spotAt(view: View, length: number, columns: number): Spot {
  const begin = advance({ row: 0, column: 0 }, view.column + view.indent, columns)
  return advanceBy(begin, shown(view.text.slice(0, length)), columns)
}

function advance({ row, column }: Spot, cells: number, columns: number): Spot {
  const whole = row * columns + column + cells
  return { row: Math.floor(whole / columns), column: whole % columns }
}

function advanceBy(from: Spot, text: string, columns: number): Spot {
  if (/^[ -~]*$/.test(text)) return advance(from, text.length, columns)
  let cells = from.row * columns + from.column
  let previous = ''
  for (const character of text) {
    if (character === '\n') cells = rowBelow(cells, previous, columns)
    previous = character
    const width = cellWidth(character.codePointAt(0)!)
    // A wide character that has one cell left goes to the next row.
    if (width === 2 && cells % columns === columns - 1) cells++
    cells += width
  }
  return advance({ row: 0, column: 0 }, cells, columns)
}

/** The cells up to the next row; a row that was just filled ends without one more. */
const rowBelow = (cells: number, previous: string, columns: number): number =>
  cells % columns === 0 && cells > 0 && previous !== '' && previous !== '\n'
    ? cells
    : (Math.floor(cells / columns) + 1) * columns

/** Units that both texts begin with, so that the rest can be written on its own. */
function commonLength(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  let same = 0
  while (same < length && a.charCodeAt(same) === b.charCodeAt(same)) same++
  while (same > 0 && (isTail(a, same) || isLowSurrogate(b, same))) same--
  return same
}

const isLowSurrogate = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at)
  return unit >= 0xdc00 && unit <= 0xdfff
}

/** Whether the character there shares a cell with the one before it. */
const isTail = (text: string, at: number): boolean =>
  at < text.length &&
  (isLowSurrogate(text, at) || textWidth(String.fromCodePoint(text.codePointAt(at)!)) === 0)

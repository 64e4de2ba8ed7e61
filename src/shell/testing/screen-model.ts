import { cellWidth } from '../../core/text/width.ts'

/** A terminal as far as the shell uses one: rows of cells, a cursor, and no scrolling. */
export interface ScreenModel {
  write(text: string): void
  /** Rows without trailing blanks; empty ones at the end are left out. */
  rows(): string[]
  /** The row the cursor stands in with a `|` where it stands. */
  cursorRow(): string
}

// eslint-disable-next-line no-control-regex -- the start of a sequence
const SEQUENCE = /^\x1b\[(\d*)([A-Za-z])/

/** Anything that it does not know throws: the shell must not send it. */
export function createScreenModel(columns = 80): ScreenModel {
  let grid: string[][] = [[]]
  let row = 0
  let column = 0
  /** The last cell of a row was written: the next character goes to the next row. */
  let pending = false

  function put(character: string): void {
    const width = cellWidth(character.codePointAt(0)!)
    const line = (at: number): string[] => (grid[at] ??= [])
    if (width === 0) {
      const at = pending ? column : column - 1
      const base = line(row)[at] === '' ? at - 1 : at
      line(row)[base] = (line(row)[base] ?? ' ') + character
      return
    }
    if (pending || (width === 2 && column === columns - 1)) {
      row++
      column = 0
      pending = false
    }
    line(row)[column] = character
    if (width === 2) line(row)[column + 1] = ''
    column += width
    if (column >= columns) {
      column = columns - 1
      pending = true
    }
  }

  function sequence(number: string, final: string): void {
    const count = Number(number || 1)
    pending = false
    if (final === 'A') row = Math.max(0, row - count)
    else if (final === 'B') row += count
    else if (final === 'C') column = Math.min(columns - 1, column + count)
    else if (final === 'D') column = Math.max(0, column - count)
    else if (final === 'H') row = column = 0
    else if (final === 'J' && number === '') {
      grid = grid.slice(0, row + 1)
      grid[row] = (grid[row] ?? []).slice(0, column)
    } else if (final === 'J' && (number === '2' || number === '3')) grid = []
    else if (final !== 'm') throw new Error(`The shell sent ${number}${final}`)
    else pending = column === columns - 1 && pending
  }

  function write(text: string): void {
    for (let at = 0; at < text.length;) {
      const found = SEQUENCE.exec(text.slice(at, at + 16))
      if (found) {
        const wasPending = pending
        sequence(found[1]!, found[2]!)
        if (found[2] === 'm') pending = wasPending
        at += found[0].length
        continue
      }
      const character = String.fromCodePoint(text.codePointAt(at)!)
      at += character.length
      if (character === '\r') [column, pending] = [0, false]
      else if (character === '\n') row++
      else if (character < ' ' || character === '\x7f') throw new Error(`raw ${escape(character)}`)
      else put(character)
    }
  }

  const textOf = (cells: readonly (string | undefined)[] = []): string =>
    Array.from(cells, (cell) => cell ?? ' ').join('')

  return {
    write,
    rows() {
      const rows = Array.from(grid, (cells) => textOf(cells).trimEnd())
      while (rows.at(-1) === '') rows.pop()
      return rows
    },
    cursorRow() {
      const cells = Array.from(
        { length: Math.max(column, grid[row]?.length ?? 0) },
        (_, at) => grid[row]?.[at] ?? ' ',
      )
      return `${textOf(cells.slice(0, column))}|${textOf(cells.slice(column))}`.trimEnd()
    },
  }
}

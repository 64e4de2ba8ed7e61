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
const SEQUENCE = /^\x1b\[([\d;]*)([A-Za-z])/
// eslint-disable-next-line no-control-regex -- the mark of a line, which shows nothing
const MARK = /^\x1b\][\w;]*\x07/

/** Anything that it does not know throws: the shell must not send it. */
export const createScreenModel = (columns = 80): ScreenModel => new Screen(columns)

class Screen implements ScreenModel {
  private grid: string[][] = [[]]
  private row = 0
  private column = 0
  /** The last cell of a row was written: the next character goes to the next row. */
  private pending = false

  private readonly columns: number

  constructor(columns: number) {
    this.columns = columns
  }

  write(text: string): void {
    for (let at = 0; at < text.length;) {
      const mark = MARK.exec(text.slice(at, at + 32))
      if (mark) {
        at += mark[0].length
        continue
      }
      const found = SEQUENCE.exec(text.slice(at, at + 16))
      if (found) {
        this.sequence(found[1]!, found[2]!)
        at += found[0].length
        continue
      }
      const character = String.fromCodePoint(text.codePointAt(at)!)
      at += character.length
      this.character(character)
    }
  }

  rows(): string[] {
    const rows = Array.from(this.grid, (cells) => textOf(cells).trimEnd())
    while (rows.at(-1) === '') rows.pop()
    return rows
  }

  cursorRow(): string {
    const { grid, row, column } = this
    const length = Math.max(column, grid[row]?.length ?? 0)
    const cells = Array.from({ length }, (_, at) => grid[row]?.[at] ?? ' ')
    return `${textOf(cells.slice(0, column))}|${textOf(cells.slice(column))}`.trimEnd()
  }

  private character(character: string): void {
    if (character === '\r') {
      this.column = 0
      this.pending = false
    } else if (character === '\n') this.row++
    else if (character < ' ' || character === '\x7f') throw new Error(`raw ${escape(character)}`)
    else this.put(character)
  }

  private put(character: string): void {
    const width = cellWidth(character.codePointAt(0)!)
    if (width === 0) return this.combine(character)
    const { columns } = this
    if (this.pending || (width === 2 && this.column === columns - 1)) {
      this.row++
      this.column = 0
      this.pending = false
    }
    this.line()[this.column] = character
    if (width === 2) this.line()[this.column + 1] = ''
    this.column += width
    if (this.column < columns) return
    this.column = columns - 1
    this.pending = true
  }

  /** A character without a width of its own joins the one before it. */
  private combine(character: string): void {
    const line = this.line()
    const at = this.pending ? this.column : this.column - 1
    const base = line[at] === '' ? at - 1 : at
    line[base] = (line[base] ?? ' ') + character
  }

  private line(): string[] {
    return (this.grid[this.row] ??= [])
  }

  private sequence(number: string, final: string): void {
    const count = Number(number || 1)
    // A colour moves nothing.
    if (final === 'm') return
    this.pending = false
    if (final === 'A') this.row = Math.max(0, this.row - count)
    else if (final === 'B') this.row += count
    else if (final === 'C') this.column = Math.min(this.columns - 1, this.column + count)
    else if (final === 'D') this.column = Math.max(0, this.column - count)
    else if (final === 'H') this.row = this.column = 0
    else if (final === 'J') this.erase(number)
    else throw new Error(`The shell sent ${number}${final}`)
  }

  private erase(number: string): void {
    if (number === '2' || number === '3') this.grid = []
    else if (number === '') {
      this.grid = this.grid.slice(0, this.row + 1)
      this.grid[this.row] = (this.grid[this.row] ?? []).slice(0, this.column)
    } else throw new Error(`The shell sent ${number}J`)
  }
}

const textOf = (cells: readonly (string | undefined)[] = []): string =>
  Array.from(cells, (cell) => cell ?? ' ').join('')

import type { IBuffer, Terminal } from '@xterm/xterm'
import type { LineMarks, PlacedMark } from './line-marks.ts'
import { wordsIn, type FoundWord } from './words.ts'

/** A line of the shell as it stands in the buffer, over one row or several. */
export interface MarkedLine {
  readonly mark: PlacedMark
  /** Its first row, counted from the top of the buffer. */
  readonly row: number
  readonly rows: number
  readonly words: readonly PlacedWord[]
}

/** A word in the row that it begins in. */
export interface PlacedWord {
  readonly word: FoundWord
  readonly row: number
  readonly column: number
  /** Cells, up to the end of its row. */
  readonly cells: number
}

/** @param from The first row that matters. @param to The row behind the last. */
export function markedLines(
  terminal: Terminal,
  { all }: LineMarks,
  from = 0,
  to = Infinity,
): MarkedLine[] {
  const buffer = terminal.buffer.active
  const lines: MarkedLine[] = []
  // From the end, where the screen mostly is.
  for (let at = all.length - 1; at >= 0; at--) {
    const mark = all[at]!
    const row = mark.marker.line
    if (row >= to) continue
    const rows = rowsOf(buffer, row)
    // Lines that the buffer has let go are at -1.
    if (row < 0 || row + rows <= from) break
    lines.push({ mark, row, rows, words: placedWords(mark, row, rows, terminal) })
  }
  return lines.reverse()
}

function rowsOf(buffer: IBuffer, row: number): number {
  let rows = 1
  while (buffer.getLine(row + rows)?.isWrapped) rows++
  return rows
}

/** What has words is ASCII up to them: a character is a cell. */
function placedWords(
  mark: PlacedMark,
  row: number,
  rows: number,
  { buffer, cols }: Terminal,
): PlacedWord[] {
  let text = ''
  for (let at = 0; at < rows; at++)
    text += buffer.active.getLine(row + at)?.translateToString(at === rows - 1) ?? ''
  return wordsIn(text, mark).map((word) => {
    const column = word.from % cols
    return {
      ...{ word, column, row: row + Math.floor(word.from / cols) },
      cells: Math.min(word.to - word.from, cols - column),
    }
  })
}

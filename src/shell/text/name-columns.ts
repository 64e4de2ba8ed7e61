import { textWidth } from '../../core/text/width.ts'

/** Cells in which names are set, and those between two of them. */
const WIDTH = 80
const GAP = 2

/**
 * Names side by side as `ls` sets them: down each column, in as few rows as fit.
 * @param paint The name of this number in its colours.
 */
export function inColumns(names: readonly string[], paint: (at: number) => string): string[] {
  const widths = names.map(textWidth)
  for (let rows = 1; rows <= names.length; rows++) {
    const columns = columnWidths(widths, rows)
    const width = columns.reduce((sum, one) => sum + one + GAP, -GAP)
    if (width <= WIDTH || rows === names.length)
      return Array.from({ length: rows }, (_, row) => rowOf(row, rows, columns, widths, paint))
  }
  return []
}

function columnWidths(widths: readonly number[], rows: number): number[] {
  const columns: number[] = []
  for (let at = 0; at < widths.length; at += rows)
    columns.push(widths.slice(at, at + rows).reduce((most, one) => Math.max(most, one), 0))
  return columns
}

function rowOf(
  row: number,
  rows: number,
  columns: readonly number[],
  widths: readonly number[],
  paint: (at: number) => string,
): string {
  let text = ''
  for (const [column, width] of columns.entries()) {
    const at = column * rows + row
    if (at >= widths.length) break
    const isLast = at + rows >= widths.length
    text += paint(at) + (isLast ? '' : ' '.repeat(width + GAP - widths[at]!))
  }
  return text
}

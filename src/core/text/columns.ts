import { withoutColours } from './ansi.ts'
import { textWidth } from './width.ts'

/** Cells of a terminal that a text takes, its colours left out. */
const cells = (text: string): number => textWidth(withoutColours(text))

const pad = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - cells(text)))

/**
 * Lines up the cells of each column; the last cell of a row is left as it is.
 * @param gap Spaces between two columns; 2 by default.
 * @returns A line for each row, without spaces at its end.
 */
export function alignColumns(rows: readonly (readonly string[])[], gap = 2): string[] {
  const widths: number[] = []
  for (const row of rows)
    row.slice(0, -1).forEach((cell, at) => (widths[at] = Math.max(widths[at] ?? 0, cells(cell))))
  return rows.map((row) =>
    row
      .map((cell, at) => (at === row.length - 1 ? cell : pad(cell, widths[at]! + gap)))
      .join('')
      .trimEnd(),
  )
}

/** Cells that a paragraph is broken at, so that it fits the usual 80 with an indent. */
const MEASURE = 72

/**
 * Breaks a paragraph between words; a word that is too long stands on a line of its own.
 * @param indent Begins each line.
 * @param width Cells of a line, with its indent; 72 by default.
 * @param first Begins the first line in place of the indent.
 */
export function wrapText(text: string, indent = '', width = MEASURE, first = indent): string[] {
  const lines: string[] = []
  let line = ''
  const startOf = (at: number): string => (at === 0 ? first : indent)
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && cells(startOf(lines.length) + longer) > width) {
      lines.push(startOf(lines.length) + line)
      line = word
    } else line = longer
  }
  return [...lines, startOf(lines.length) + line]
}

/** Room that a text beside a label has at least, in cells. */
const LEAST_ROOM = 24

/** Two columns: labels, and texts that are wrapped beside them. @param width Cells of a line. */
export function wrapBeside(
  rows: readonly (readonly [label: string, text: string])[],
  width: number,
  margin = '  ',
): string[] {
  const widest = Math.max(0, ...rows.map(([label]) => cells(label)))
  const indent = `${margin}${' '.repeat(widest)}  `
  const room = Math.max(indent.length + LEAST_ROOM, width)
  return rows.flatMap(([label, text]) =>
    wrapText(text, indent, room, `${margin}${pad(label, widest)}  `).map((line) => line.trimEnd()),
  )
}

import { withoutColours } from './ansi.ts'
import { textWidth } from './width.ts'

/** Cells that text is broken at, so that it fits the usual 80 with an indent. */
const MEASURE = 72

const cells = (text: string): number => textWidth(withoutColours(text))

/** Lines up the cells of each column; the last column is left as it is. */
export function alignColumns(rows: readonly (readonly string[])[], gap = 2): string[] {
  const widths: number[] = []
  for (const row of rows)
    row.slice(0, -1).forEach((cell, at) => (widths[at] = Math.max(widths[at] ?? 0, cells(cell))))
  return rows.map((row) =>
    row
      .map((cell, at) =>
        at === row.length - 1 ? cell : cell + ' '.repeat(widths[at]! - cells(cell) + gap),
      )
      .join('')
      .trimEnd(),
  )
}

/** Breaks a paragraph between words; each line begins with the indent. */
export function wrapText(text: string, indent = '', measure = MEASURE): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && indent.length + cells(longer) > measure) {
      lines.push(indent + line)
      line = word
    } else line = longer
  }
  return [...lines, indent + line]
}

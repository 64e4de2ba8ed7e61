import { withoutColours } from '../core/text/ansi.ts'
import { wrapText } from '../core/text/columns.ts'
import { textWidth } from '../core/text/width.ts'

/**
 * Breaks lines between words where the screen is too narrow for them. What goes on in the next row
 * stands below its beginning: behind the indent, or below the second column of a table.
 * @param columns Cells in a row of the screen.
 */
export const breakBetweenWords = (text: string, columns: number): string =>
  text
    .split('\n')
    .flatMap((line) => breakLine(line, columns - 1))
    .join('\n')

function breakLine(line: string, width: number): string[] {
  const plain = withoutColours(line)
  if (textWidth(plain) <= width || isFrame(line, plain)) return [line]
  const begin = ' '.repeat(plain.length - plain.trimStart().length)
  const indent = ' '.repeat(hangingIndent(plain, width))
  return wrapText(line.slice(begin.length), indent, width, begin).map((row) => row.trimEnd())
}

/** A typed line that is shown again, and the mark below a place in it: one stands over the other. */
const isFrame = (line: string, plain: string): boolean =>
  /^ *\^+$/.test(plain) || (plain.startsWith(' ') && !line.startsWith(' '))

/** Below the second column, if it leaves half of the row; else below the line's beginning. */
function hangingIndent(plain: string, width: number): number {
  const [column = ''] = /^ *\S+(?: \S+)*? {2,}/.exec(plain) ?? []
  if (column !== '' && column.length <= width / 2) return column.length
  return plain.length - plain.trimStart().length
}

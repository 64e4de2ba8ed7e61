import type { IUnicodeVersionProvider } from '@xterm/xterm'
import { cellWidth } from '../../core/text/width.ts'

/**
 * Counts cells as the shell does that draws on the screen: the same table for both, or the cursor
 * would be beside the character that it is on.
 */
export const shellWidths: IUnicodeVersionProvider = {
  version: 'shell',
  wcwidth: cellWidth,
  charProperties(codePoint, preceding) {
    const width = cellWidth(codePoint)
    const before = widthOf(preceding)
    // What takes no cell is drawn onto the character before, which keeps its width.
    return width === 0 && before > 0 ? properties(before) | JOINS : properties(width)
  },
}

/** How xterm packs what it knows of a character: bit 0 joins, bits 1 and 2 are the width. */
const JOINS = 1
const properties = (width: number): number => width << 1
const widthOf = (packed: number): number => (packed >> 1) & 3

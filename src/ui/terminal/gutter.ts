import type { LineMark } from '../../core/text/line-mark.ts'
import type { MarkedLine } from './marked-lines.ts'

/** What stands beside a line: who it is from, and what it says, without a colour. */
export const GLYPHS: Readonly<Record<LineMark, string>> = {
  prompt: '$',
  command: '›',
  message: '│',
  data: '│',
  ok: '✓',
  go: '…',
  later: '↻',
  refused: '✕',
  program: '',
}

/** Where the rows of a screen are, in CSS pixels. */
export interface Grid {
  /** The row of the buffer at the top. */
  readonly top: number
  readonly rows: number
  readonly cell: { readonly width: number; readonly height: number }
}

/** The classes of replies. */
const REPLIES: ReadonlySet<LineMark> = new Set(['ok', 'go', 'later', 'refused'])
const REFUSALS: ReadonlySet<LineMark> = new Set(['later', 'refused'])

/** The marks of the newest reply, if it is a refusal. */
export function newestRefusal<Mark extends { readonly mark: LineMark }>(
  marks: readonly Mark[],
): ReadonlySet<Mark> {
  const found = new Set<Mark>()
  for (let at = marks.length - 1; at >= 0; at--) {
    const one = marks[at]!
    if (REFUSALS.has(one.mark)) found.add(one)
    else if (found.size > 0 || REPLIES.has(one.mark)) break
  }
  return found
}

/** Draws glyphs, the ground of the newest refusal and the dots below words, for the rows that show. */
export function drawMarks(
  layer: HTMLElement,
  lines: readonly MarkedLine[],
  refusal: ReadonlySet<MarkedLine['mark']>,
  grid: Grid,
): void {
  const { top, rows, cell } = grid
  const isShown = (row: number): boolean => row >= top && row < top + rows
  const parts = lines.flatMap((line) => {
    const { mark } = line.mark
    const glyph = isShown(line.row) ? [part(mark, GLYPHS[mark], line.row - top, cell)] : []
    const ground = refusal.has(line.mark) ? [groundOf(line, grid)] : []
    const dots = line.words
      .filter(({ row }) => isShown(row))
      .map((word) => dotsBelow(mark, word, word.row - top, cell))
    return [...ground, ...glyph, ...dots]
  })
  // Most draws change nothing: what is there stays for the pointer that is on it.
  const made = document.createElement('div')
  made.append(...parts)
  if (made.innerHTML !== layer.innerHTML) layer.replaceChildren(...parts)
}

function part(mark: string, text: string, row: number, cell: Grid['cell']): HTMLElement {
  const made = document.createElement('span')
  made.className = 'mark'
  made.dataset['mark'] = mark
  made.textContent = text
  made.style.top = `${row * cell.height}px`
  made.style.height = made.style.lineHeight = `${cell.height}px`
  return made
}

function groundOf({ mark, row, rows }: MarkedLine, { top, cell }: Grid): HTMLElement {
  const made = part(mark.mark, '', row - top, cell)
  made.className = 'ground'
  made.style.height = `${rows * cell.height}px`
  return made
}

function dotsBelow(
  mark: string,
  { column, cells }: { readonly column: number; readonly cells: number },
  row: number,
  cell: Grid['cell'],
): HTMLElement {
  const made = part(mark, '', row, cell)
  made.className = 'dots'
  made.style.left = `calc(var(--gutter) + ${column * cell.width}px)`
  made.style.width = `${cells * cell.width}px`
  return made
}

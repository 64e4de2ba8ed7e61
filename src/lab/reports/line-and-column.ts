import type { Span } from '../../core/span.ts'
import type { FileProblem } from './types.ts'

/** Characters that are shown before a marked part, and of it with what follows. */
const BEFORE = 40
const SHOWN = 120

/** The line of a span, from 1, and what is near it in that line. */
export function lineAndColumn(
  text: string,
  { from, to }: Span,
): Required<Pick<FileProblem, 'line' | 'excerpt' | 'from' | 'to'>> {
  const start = text.lastIndexOf('\n', from - 1) + 1
  const next = text.indexOf('\n', from)
  const end = next < 0 ? text.length : next
  const first = Math.max(start, from - BEFORE)
  const excerpt = text.slice(first, Math.min(end, first + SHOWN)).replace(/[\t\r]/g, ' ')
  return {
    line: countLines(text, from),
    excerpt,
    from: Math.min(from - first, excerpt.length),
    to: Math.min(Math.max(to, from) - first, excerpt.length),
  }
}

function countLines(text: string, upTo: number): number {
  let lines = 1
  for (let at = text.indexOf('\n'); at >= 0 && at < upTo; at = text.indexOf('\n', at + 1)) lines++
  return lines
}

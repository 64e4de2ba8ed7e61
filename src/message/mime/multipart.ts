import { span, type Span } from '../../core/span.ts'
import { linesOf } from '../lines.ts'
import { trimWhiteEnd } from '../white.ts'

/** A multipart's body, cut at its boundary lines (RFC 2046 §5.1.1). */
export interface SplitBody {
  readonly parts: readonly Span[]
  /** Before the first boundary, and behind the last: readers skip it. */
  readonly preamble: Span
  readonly epilogue?: Span
  /** `missing`: the boundary stands nowhere. `open`: the last part runs to the end. */
  readonly end: 'closed' | 'open' | 'missing'
}

/**
 * Cuts a multipart at its boundary lines. The line end before a boundary belongs to the boundary.
 * Without the closing line the last part runs to the end.
 */
export function splitBody(text: string, body: Span, boundary: string): SplitBody {
  const parts: Span[] = []
  let preamble: Span | undefined
  let start: number | undefined
  for (const line of linesOf(text, body.from, body.to)) {
    if (!text.startsWith(`--${boundary}`, line.text.from)) continue
    const rest = trimWhiteEnd(text.slice(line.text.from + boundary.length + 2, line.text.to))
    if (rest !== '' && rest !== '--') continue
    const end = beforeLineEnd(text, line.text.from)
    preamble ??= span(body.from, Math.max(body.from, end))
    if (start !== undefined) parts.push(span(start, Math.max(start, end)))
    if (rest === '--')
      return { parts, preamble, epilogue: span(line.whole.to, body.to), end: 'closed' }
    start = line.whole.to
  }
  if (start === undefined) return { parts, preamble: body, end: 'missing' }
  return { parts: [...parts, span(start, body.to)], preamble: preamble!, end: 'open' }
}

function beforeLineEnd(text: string, at: number): number {
  if (text[at - 1] !== '\n') return at
  return text[at - 2] === '\r' ? at - 2 : at - 1
}

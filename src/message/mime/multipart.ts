import { span, type Span } from '../../core/span.ts'
import { linesOf } from '../lines.ts'
import { trimWhiteEnd } from '../white.ts'

/**
 * The parts between a multipart's boundary lines (RFC 2046 §5.1.1). The line end before a boundary
 * belongs to the boundary. Without the closing line the last part runs to the end.
 */
export function splitMultipart(text: string, body: Span, boundary: string): Span[] {
  const parts: Span[] = []
  let start: number | undefined
  for (const line of linesOf(text, body.from, body.to)) {
    if (!text.startsWith(`--${boundary}`, line.text.from)) continue
    const rest = trimWhiteEnd(text.slice(line.text.from + boundary.length + 2, line.text.to))
    if (rest !== '' && rest !== '--') continue
    if (start !== undefined)
      parts.push(span(start, Math.max(start, beforeLineEnd(text, line.text.from))))
    if (rest === '--') return parts
    start = line.whole.to
  }
  return start === undefined ? [] : [...parts, span(start, body.to)]
}

function beforeLineEnd(text: string, at: number): number {
  if (text[at - 1] !== '\n') return at
  return text[at - 2] === '\r' ? at - 2 : at - 1
}

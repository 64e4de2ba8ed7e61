import { span, type Span } from '../core/span.ts'

/** A line of a message without its end, and with it. */
export interface Line {
  readonly text: Span
  /** With its CRLF or bare LF; the last line may have none. */
  readonly whole: Span
}

/** The line that starts at `from`; ends at CRLF or at a bare LF. */
export function lineAt(text: string, from: number, limit = text.length): Line {
  const found = text.indexOf('\n', from)
  if (found < 0 || found >= limit) return { text: span(from, limit), whole: span(from, limit) }
  const end = found > from && text[found - 1] === '\r' ? found - 1 : found
  return { text: span(from, end), whole: span(from, found + 1) }
}

/** Every line between two positions. */
export function* linesOf(text: string, from = 0, to = text.length): Generator<Line> {
  for (let at = from; at < to;) {
    const line = lineAt(text, at, to)
    yield line
    at = line.whole.to
  }
}

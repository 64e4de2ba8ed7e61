import type { Diagnostic, TextEdit } from '../../core/diagnostic.ts'
import { span, type Span } from '../../core/span.ts'

/**
 * A finding in a text whose lines end with CRLF, as one in the text that was written: there a line may
 * end otherwise, and the last one need not end at all.
 */
export function inLines(found: Diagnostic, written: string): Diagnostic {
  const place = placesIn(written)
  const edit = (one: TextEdit): TextEdit =>
    one.file === undefined || one.file === found.file
      ? { ...one, span: place(one.span), text: one.text.replaceAll('\r\n', '\n') }
      : one
  return {
    ...found,
    span: place(found.span),
    related: found.related.map((one) => ({ ...one, span: place(one.span) })),
    fixes: found.fixes.map((fix) => ({ ...fix, edits: fix.edits.map(edit) })),
  }
}

/** Where a span of the text with CRLF stands in the text as it was written. */
function placesIn(written: string): (found: Span) => Span {
  const starts = [{ sent: 0, written: 0 }]
  for (const { index, 0: end } of written.matchAll(/\r\n|\r|\n/g)) {
    const last = starts.at(-1)!
    starts.push({
      sent: last.sent + index - last.written + 2,
      written: index + end.length,
    })
  }
  const at = (sent: number): number => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (starts[middle]!.sent <= sent) low = middle
      else high = middle - 1
    }
    const line = starts[low]!
    // Between CR and LF, and behind the last line, there is nothing in the written text.
    return Math.min(line.written + sent - line.sent, endOfLine(written, line.written))
  }
  return ({ from, to }) => span(at(from), at(to))
}

function endOfLine(text: string, from: number): number {
  const rest = text.slice(from).search(/[\r\n]/)
  return rest < 0 ? text.length : from + rest
}

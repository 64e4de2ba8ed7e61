import { lengthOf, span, type Span } from '../core/span.ts'
import { linesOf } from './lines.ts'
import type { MessageProblem } from './problem.ts'

/** Octets in a line without its CRLF (RFC 5322 §2.1.1). */
export const MAX_LINE = 998

/** Bare LF, bare CR and lines that are too long: the first of each, one problem a cause. */
export function checkLineEnds(text: string): MessageProblem[] {
  const long = [...linesOf(text)].find((line) => lengthOf(line.text) > MAX_LINE)
  return [
    ...bare(
      text,
      /(?<!\r)\n/,
      'message/bare-lf',
      'a line feed without a carriage return before it',
    ),
    ...bare(text, /\r(?!\n)/, 'message/bare-cr', 'a carriage return without a line feed behind it'),
    ...(long ? [tooLong(long.text)] : []),
  ]
}

function bare(text: string, pattern: RegExp, code: string, what: string): MessageProblem[] {
  const at = text.search(pattern)
  if (at < 0) return []
  return [
    {
      code,
      span: span(at, at + 1),
      message: `Here stands ${what}. Lines of a message end with both, and servers differ in what they make of one.`,
      source: { rfc: 5322, section: '2.3' },
    },
  ]
}

const tooLong = (line: Span): MessageProblem => ({
  code: 'message/line-too-long',
  span: line,
  message: `This line has ${lengthOf(line)} octets; a line may have ${MAX_LINE}.`,
  source: { rfc: 5322, section: '2.1.1' },
})

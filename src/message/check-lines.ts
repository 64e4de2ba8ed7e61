import { lengthOf, span, type Span } from '../core/span.ts'
import type { MessageProblem } from './problem.ts'

/** Octets in a line without its CRLF (RFC 5322 §2.1.1). */
export const MAX_LINE = 998

/** Bare LF, bare CR and lines that are too long: the first of each, one problem a cause. */
export function checkLineEnds(text: string): MessageProblem[] {
  const problems: MessageProblem[] = []
  const { bareLf, long } = walkLines(text)
  const bareCr = findBareCr(text)
  if (bareLf >= 0)
    problems.push(
      bare(bareLf, 'message/bare-lf', 'a line feed without a carriage return before it'),
    )
  if (bareCr >= 0)
    problems.push(
      bare(bareCr, 'message/bare-cr', 'a carriage return without a line feed behind it'),
    )
  if (long) problems.push(tooLong(long))
  return problems
}

/** The first bare LF, or -1; and the first line that is too long. */
function walkLines(text: string): { readonly bareLf: number; readonly long?: Span | undefined } {
  let bareLf = -1
  let long: Span | undefined
  for (let at = 0; at < text.length;) {
    const newline = text.indexOf('\n', at)
    const hasCr = newline > at && text[newline - 1] === '\r'
    const end = newline < 0 ? text.length : hasCr ? newline - 1 : newline
    if (bareLf < 0 && newline >= 0 && !hasCr) bareLf = newline
    if (!long && end - at > MAX_LINE) long = span(at, end)
    if (newline < 0 || (bareLf >= 0 && long)) break
    at = newline + 1
  }
  return { bareLf, long }
}

function findBareCr(text: string): number {
  let at = text.indexOf('\r')
  while (at >= 0 && text[at + 1] === '\n') at = text.indexOf('\r', at + 2)
  return at
}

const bare = (at: number, code: string, what: string): MessageProblem => ({
  code,
  span: span(at, at + 1),
  message: `Here stands ${what}. Lines of a message end with both, and servers differ in what they make of one.`,
  source: { rfc: 5322, section: '2.3' },
})

const tooLong = (line: Span): MessageProblem => ({
  code: 'message/line-too-long',
  span: line,
  message: `This line has ${lengthOf(line)} octets; a line may have ${MAX_LINE}.`,
  source: { rfc: 5322, section: '2.1.1' },
})

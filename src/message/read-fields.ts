import { lengthOf, slice, span, type Span } from '../core/span.ts'
import { unfold, type HeaderField } from './field.ts'
import { lineAt, type Line } from './lines.ts'
import type { MessageProblem } from './problem.ts'
import { isWhite, trimWhite, trimWhiteEnd } from './white.ts'

export interface Header {
  readonly fields: readonly HeaderField[]
  /** Behind the empty line; the end of `within` if none stands there. */
  readonly bodyStart: number
  readonly problems: readonly MessageProblem[]
}

/** Reads header fields up to the first empty line (RFC 5322 §2.1). */
export function readFields(text: string, within: Span): Header {
  const fields: HeaderField[] = []
  const problems: MessageProblem[] = []
  let at = within.from
  while (at < within.to) {
    const first = lineAt(text, at, within.to)
    if (lengthOf(first.text) === 0) return { fields, problems, bodyStart: first.whole.to }
    const last = lastLineOfField(text, first, within.to)
    const field = readField(text, first, last, problems)
    if (field) fields.push(field)
    at = last.whole.to
  }
  return { fields, problems, bodyStart: within.to }
}

/** A field goes on for as long as lines start with white space (RFC 5322 §2.2.3). */
function lastLineOfField(text: string, first: Line, limit: number): Line {
  let last = first
  while (last.whole.to < limit && isWhite(text[last.whole.to]))
    last = lineAt(text, last.whole.to, limit)
  return last
}

function readField(
  text: string,
  first: Line,
  last: Line,
  problems: MessageProblem[],
): HeaderField | undefined {
  const line = slice(text, first.text)
  const colon = line.indexOf(':')
  const name = trimWhiteEnd(line.slice(0, Math.max(0, colon)))
  const problem = problemWith(line, name, colon, first.text)
  if (problem) problems.push(problem)
  if (problem && problem.code !== 'message/space-before-colon') return undefined
  const from = first.text.from
  const valueSpan = span(from + colon + 1, last.text.to)
  return {
    name,
    lower: name.toLowerCase(),
    nameSpan: span(from, from + name.length),
    valueSpan,
    span: span(from, last.whole.to),
    value: trimWhite(first === last ? line.slice(colon + 1) : unfold(slice(text, valueSpan))),
  }
}

/** Field names are printable ASCII without the colon (RFC 5322 §2.2). */
const FIELD_NAME = /^[!-9;-~]+$/

function problemWith(
  line: string,
  name: string,
  colon: number,
  { from, to }: Span,
): MessageProblem | undefined {
  if (isWhite(line[0]))
    return {
      code: 'message/no-field-to-continue',
      span: span(from, to),
      message: 'This line starts with white space, but no header field stands above it.',
      source: { rfc: 5322, section: '2.2.3' },
    }
  if (colon < 0)
    return {
      code: 'message/no-colon',
      span: span(from, to),
      message: 'A header field is a name, a colon and a value; this line has no colon.',
      source: { rfc: 5322, section: '2.2' },
    }
  if (!FIELD_NAME.test(name))
    return {
      code: 'message/field-name',
      span: span(from, from + colon),
      message:
        'A field name is made of visible ASCII characters; what stands before this colon is not.',
      source: { rfc: 5322, section: '2.2' },
    }
  if (name.length < colon)
    return {
      code: 'message/space-before-colon',
      span: span(from + name.length, from + colon),
      message: `White space stands between \`${name}\` and its colon: old messages may have it, new ones must not.`,
      source: { rfc: 5322, section: '4.5' },
    }
  return undefined
}

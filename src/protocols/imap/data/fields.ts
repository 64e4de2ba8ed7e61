import { fromLatin1 } from '../../../core/bytes.ts'
import { span, type Span } from '../../../core/span.ts'
import { unfold } from '../../../message/field.ts'
import { isWhite, trimWhite, trimWhiteEnd } from '../../../message/white.ts'

/** A header field; it is a span of the message, its line end included. */
export interface Field extends Span {
  readonly lower: string
  /** The text behind the colon, unchanged; one UTF-16 unit an octet. */
  readonly raw: string
}

export interface Header {
  /** From the first field to the empty line, that line included. */
  readonly span: Span
  /** The empty line; of no length where the header runs to the end of what holds it. */
  readonly emptyLine: Span
  readonly fields: readonly Field[]
}

const LF = 10
const CR = 13

/** Reads a header (RFC 5322 §2.1) straight from the octets. What is no field is left out. */
export function readHeader(bytes: Uint8Array, from: number, limit: number): Header {
  const emptyLine = findEmptyLine(bytes, from, limit)
  const text = fromLatin1(bytes.subarray(from, emptyLine.from))
  return { span: span(from, emptyLine.to), emptyLine, fields: readFields(text, from) }
}

function findEmptyLine(bytes: Uint8Array, from: number, limit: number): Span {
  for (let at = from; at < limit;) {
    if (bytes[at] === LF) return span(at, at + 1)
    if (bytes[at] === CR && bytes[at + 1] === LF && at + 1 < limit) return span(at, at + 2)
    const end = bytes.indexOf(LF, at)
    at = end < 0 ? limit : end + 1
  }
  return span(limit, limit)
}

function readFields(text: string, shift: number): Field[] {
  const fields: Field[] = []
  for (let from = 0; from < text.length;) {
    const to = endOfField(text, from)
    const field = readField(text, from, to, shift)
    if (field) fields.push(field)
    from = to
  }
  return fields
}

/** A field goes on for as long as lines start with white space (RFC 5322 §2.2.3). */
function endOfField(text: string, from: number): number {
  let end = text.indexOf('\n', from) + 1
  while (end > 0 && isWhite(text[end])) end = text.indexOf('\n', end) + 1
  return end > 0 ? end : text.length
}

const FIELD_NAME = /^[!-9;-~]+$/

function readField(text: string, from: number, to: number, shift: number): Field | undefined {
  const colon = text.indexOf(':', from)
  if (colon < 0 || colon >= to) return undefined
  const name = trimWhiteEnd(text.slice(from, colon))
  if (!FIELD_NAME.test(name)) return undefined
  const raw = text.slice(colon + 1, to)
  return { lower: name.toLowerCase(), raw, from: shift + from, to: shift + to }
}

/** The value of a field: unfolded, without white space at its ends. */
export function fieldValue({ raw }: Field): string {
  const line = raw.slice(0, raw.endsWith('\r\n') ? -2 : raw.endsWith('\n') ? -1 : undefined)
  // Most fields are of one line.
  return trimWhite(line.includes('\n') ? unfold(line) : line)
}

/** The value of the first field of that name, given in lower case. */
export function valueOf(fields: readonly Field[], lower: string): string | undefined {
  for (const field of fields) if (field.lower === lower) return fieldValue(field)
  return undefined
}

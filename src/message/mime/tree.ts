import { span, type Span } from '../../core/span.ts'
import { fieldNamed, type HeaderField } from '../field.ts'
import type { Message } from '../parse.ts'
import { readFields } from '../read-fields.ts'
import { parseParameterValue } from './content-type.ts'
import { splitMultipart } from './multipart.ts'

/** How deep parts may stand in parts, and how many there may be: a limit of ours against bombs. */
export const MAX_DEPTH = 16
export const MAX_PARTS = 500

/** A part of a message (RFC 2045 §2.4); the message itself is the outermost. Spans count octets. */
export interface Part {
  readonly fields: readonly HeaderField[]
  /** In lower case: `text/plain`. */
  readonly type: string
  readonly parameters: Readonly<Record<string, string>>
  /** `7bit`, `8bit`, `binary`, `base64`, `quoted-printable`, or as written, in lower case. */
  readonly encoding: string
  readonly filename?: string
  readonly span: Span
  readonly body: Span
  /** Of a multipart; empty for any other. */
  readonly parts: readonly Part[]
}

/** The tree of a message's parts. Never throws; a multipart without its boundary has no parts. */
export function parseMime(message: Message): Part {
  const whole = span(0, message.text.length)
  const count = { left: MAX_PARTS }
  return readPart(message.text, message.fields, whole, message.bodyStart, MAX_DEPTH, count)
}

interface Count {
  left: number
}

function readPart(
  text: string,
  fields: readonly HeaderField[],
  whole: Span,
  bodyStart: number,
  depth: number,
  count: Count,
): Part {
  const body = span(bodyStart, whole.to)
  const content = parseParameterValue(fieldNamed({ fields }, 'Content-Type')?.value ?? '')
  // RFC 2045 §5.2: without a usable Content-Type it is plain text.
  const type = content.value.includes('/') ? content.value : 'text/plain'
  const boundary = content.parameters['boundary']
  const isMultipart = type.startsWith('multipart/') && boundary !== undefined && boundary !== ''
  const inside = isMultipart && depth > 0 ? splitMultipart(text, body, boundary) : []
  const filename = filenameOf(fields, content.parameters)
  return {
    fields,
    type,
    parameters: content.parameters,
    encoding: encodingOf(fields),
    ...(filename === undefined ? {} : { filename }),
    span: whole,
    body,
    parts: inside.flatMap((part) => readInner(text, part, depth - 1, count)),
  }
}

function readInner(text: string, part: Span, depth: number, count: Count): Part[] {
  if (count.left-- <= 0) return []
  const { fields, bodyStart } = readFields(text, part)
  return [readPart(text, fields, part, bodyStart, depth, count)]
}

const encodingOf = (fields: readonly HeaderField[]): string =>
  parseParameterValue(fieldNamed({ fields }, 'Content-Transfer-Encoding')?.value ?? '').value ||
  '7bit'

function filenameOf(
  fields: readonly HeaderField[],
  parameters: Readonly<Record<string, string>>,
): string | undefined {
  const disposition = fieldNamed({ fields }, 'Content-Disposition')
  const given = disposition ? parseParameterValue(disposition.value).parameters : {}
  return given['filename'] ?? parameters['name']
}

import { span, type Span } from '../../../core/span.ts'
import { dashedLines, splitAtBoundary } from './delimiters.ts'
import { readHeader, valueOf, type Header } from './fields.ts'
import { parameterOf, parseParameterized, type Parameter } from './parameters.ts'

/**
 * A message or a part of one as IMAP sees it (RFC 9051 §6.4.5, §7.5.2): multiparts have parts, and a
 * `message/rfc822` holds a message. Spans count octets of the outermost message.
 */
export interface Entity {
  readonly header: Header
  readonly body: Span
  /** As written, `text` and `plain` where nothing usable is. */
  readonly type: string
  readonly subtype: string
  readonly parameters: readonly Parameter[]
  readonly content: Content
}

export type Content =
  | { readonly kind: 'leaf' }
  /** At least one: an empty multipart counts as one with an empty text. */
  | { readonly kind: 'multipart'; readonly parts: readonly Entity[] }
  | { readonly kind: 'message'; readonly message: Entity }

/** How deep parts may nest, and how many there may be: limits of ours against bombs. */
export const MAX_DEPTH = 64
export const MAX_PARTS = 10_000

interface Reading {
  readonly bytes: Uint8Array
  /** Filled when the first multipart is met. */
  dashed?: readonly number[]
  left: number
}

/** Reads a message's tree of parts. Takes any octets, never throws. */
export const readEntity = (bytes: Uint8Array): Entity =>
  readWithin({ bytes, left: MAX_PARTS }, span(0, bytes.length), plainText, MAX_DEPTH)

interface ContentType {
  readonly type: string
  readonly subtype: string
  readonly parameters: readonly Parameter[]
}

/** RFC 2045 §5.2. */
const plainText: ContentType = {
  type: 'text',
  subtype: 'plain',
  parameters: [['charset', 'us-ascii']],
}

/** RFC 2046 §5.1.5: the type of a part of a digest without a Content-Type. */
const aMessage: ContentType = { type: 'message', subtype: 'rfc822', parameters: [] }

function readWithin(reading: Reading, whole: Span, usual: ContentType, depth: number): Entity {
  const header = readHeader(reading.bytes, whole.from, whole.to)
  const body = span(header.span.to, whole.to)
  const content = readContentType(valueOf(header.fields, 'content-type'), usual)
  return { header, body, ...content, content: readContent(reading, body, content, depth) }
}

const CONTENT_TYPE = /^([^\s/"()<>@,;:\\[\]?=]+)\/([^\s/"()<>@,;:\\[\]?=]+)$/

/** Without a boundary a multipart cannot be split: it counts as plain text. */
function readContentType(field: string | undefined, usual: ContentType): ContentType {
  if (field === undefined) return usual
  const { value, parameters } = parseParameterized(field)
  const [, type, subtype] = CONTENT_TYPE.exec(value) ?? []
  if (type === undefined || subtype === undefined) return plainText
  if (isMultipart(type) && !parameterOf(parameters, 'boundary')) return plainText
  return { type, subtype, parameters }
}

const isMultipart = (type: string): boolean => type.toLowerCase() === 'multipart'

/** RFC 9051 §9, `media-message`. */
const isMessage = ({ type, subtype }: ContentType): boolean =>
  type.toLowerCase() === 'message' && /^(?:rfc822|global)$/i.test(subtype)

function readContent(reading: Reading, body: Span, type: ContentType, depth: number): Content {
  if (isMultipart(type.type))
    return { kind: 'multipart', parts: readParts(reading, body, type, depth) }
  if (isMessage(type) && depth > 0 && reading.left-- > 0)
    return { kind: 'message', message: readWithin(reading, body, plainText, depth - 1) }
  return { kind: 'leaf' }
}

function readParts(reading: Reading, body: Span, type: ContentType, depth: number): Entity[] {
  reading.dashed ??= dashedLines(reading.bytes)
  const boundary = parameterOf(type.parameters, 'boundary') ?? ''
  const spans = depth > 0 ? splitAtBoundary(reading.bytes, body, boundary, reading.dashed) : []
  const allowed = spans.slice(0, Math.max(0, reading.left))
  reading.left -= allowed.length
  const usual = type.subtype.toLowerCase() === 'digest' ? aMessage : plainText
  const parts = allowed.map((part) => readWithin(reading, part, usual, depth - 1))
  return parts.length > 0 ? parts : [emptyText(body.to)]
}

function emptyText(at: number): Entity {
  const nowhere = span(at, at)
  const header = { span: nowhere, emptyLine: nowhere, fields: [] }
  return { header, body: nowhere, ...plainText, content: { kind: 'leaf' } }
}

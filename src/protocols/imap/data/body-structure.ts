import { lengthOf } from '../../../core/span.ts'
import type { Entity } from './entity.ts'
import { printEnvelope, readEnvelope } from './envelope.ts'
import { valueOf } from './fields.ts'
import { parseParameterized, parseToken, parseTokens, type Parameter } from './parameters.ts'
import { remembered, type Parsed } from './parsed.ts'
import { printNstring, printString, type Wire } from './wire-text.ts'

/** `BODY` leaves the extension data out, `BODYSTRUCTURE` sends all of it (RFC 9051 §7.5.2). */
export type Detail = 'BODY' | 'BODYSTRUCTURE'

interface Printing {
  readonly message: Parsed
  readonly detail: Detail
  readonly wire: Wire
}

/** The text behind `BODY ` or `BODYSTRUCTURE ` in a FETCH response. */
export const printBodyStructure = (
  message: Parsed,
  detail: Detail = 'BODYSTRUCTURE',
  wire: Wire = 'ascii',
): string => printEntity({ message, detail, wire }, message.root)

function printEntity(printing: Printing, entity: Entity): string {
  const { content } = entity
  const body =
    content.kind === 'multipart'
      ? `${content.parts.map((part) => printEntity(printing, part)).join('')} ${text(printing, entity.subtype)}`
      : printSingle(printing, entity)
  return `(${body}${printing.detail === 'BODYSTRUCTURE' ? printExtension(printing, entity) : ''})`
}

/** `body-type-basic`, `body-type-text` or `body-type-msg` (§9), without extension data. */
function printSingle(printing: Printing, entity: Entity): string {
  const [type, subtype] = mediaOf(entity)
  const parameters = printParameters(printing, entity.parameters)
  const id = nstring(printing, entity, 'content-id')
  const description = nstring(printing, entity, 'content-description')
  const encoding = text(printing, encodingOf(entity))
  const basic = `${text(printing, type)} ${text(printing, subtype)} ${parameters} ${id} ${description} ${encoding} ${lengthOf(entity.body)}`
  if (entity.content.kind === 'message') {
    const inner = entity.content.message
    const envelope = printEnvelope(readEnvelope(inner), printing.wire)
    return `${basic} ${envelope} ${printEntity(printing, inner)} ${linesOf(printing, entity)}`
  }
  return type.toLowerCase() === 'text' ? `${basic} ${linesOf(printing, entity)}` : basic
}

/** A message nested too deep to be parsed is shown as octets: its form would need an envelope. */
const mediaOf = ({ type, subtype, content }: Entity): readonly [type: string, subtype: string] =>
  content.kind === 'leaf' && /^message$/i.test(type) && /^(?:rfc822|global)$/i.test(subtype)
    ? ['application', 'octet-stream']
    : [type, subtype]

const linesOf = ({ message }: Printing, { body }: Entity): number =>
  message.lines(body.from, body.to)

/** `body-ext-1part` and `body-ext-mpart`: MD5 or parameters, disposition, language, location. */
function printExtension(printing: Printing, entity: Entity): string {
  const first =
    entity.content.kind === 'multipart'
      ? printParameters(printing, entity.parameters)
      : nstring(printing, entity, 'content-md5')
  const location = nstring(printing, entity, 'content-location')
  return ` ${first} ${printDisposition(printing, entity)} ${printLanguage(printing, entity)} ${location}`
}

function printDisposition(printing: Printing, entity: Entity): string {
  const field = valueOf(entity.header.fields, 'content-disposition')
  if (field === undefined) return 'NIL'
  const { value, parameters } = parseParameterized(field)
  if (value === '') return 'NIL'
  return `(${text(printing, value)} ${printParameters(printing, parameters)})`
}

function printLanguage(printing: Printing, entity: Entity): string {
  const tags = parseTokens(valueOf(entity.header.fields, 'content-language') ?? '')
  if (tags.length === 0) return 'NIL'
  const printed = tags.map((tag) => text(printing, tag)).join(' ')
  return tags.length === 1 ? printed : `(${printed})`
}

const printParameters = (printing: Printing, parameters: readonly Parameter[]): string =>
  parameters.length === 0
    ? 'NIL'
    : `(${parameters.map(([name, value]) => `${text(printing, name)} ${text(printing, value)}`).join(' ')})`

/** The transfer encoding as written; `7bit` where none is given (RFC 2045 §6.1). */
export const encodingOf = ({ header }: Entity): string =>
  parseToken(valueOf(header.fields, 'content-transfer-encoding') ?? '') || '7bit'

const text = ({ wire }: Printing, value: string): string => printString(value, wire)

const nstring = ({ wire }: Printing, { header }: Entity, lower: string): string =>
  printNstring(valueOf(header.fields, lower), wire)

const printer = (detail: Detail, wire: Wire): ((bytes: Uint8Array) => string) =>
  remembered((message) => printBodyStructure(message, detail, wire))

const printers = {
  BODY: { ascii: printer('BODY', 'ascii'), utf8: printer('BODY', 'utf8') },
  BODYSTRUCTURE: {
    ascii: printer('BODYSTRUCTURE', 'ascii'),
    utf8: printer('BODYSTRUCTURE', 'utf8'),
  },
} as const

/** The printed BODY or BODYSTRUCTURE of a stored message, made once for each wire. */
export const fetchBodyStructure = (
  bytes: Uint8Array,
  detail: Detail,
  wire: Wire = 'ascii',
): string => printers[detail][wire](bytes)

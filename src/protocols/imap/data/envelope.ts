import { readAddresses, type Address } from './addresses.ts'
import type { Entity } from './entity.ts'
import { fieldValue, valueOf, type Field } from './fields.ts'
import { remembered } from './parsed.ts'
import { printNstring, type Wire } from './wire-text.ts'

/**
 * The ENVELOPE of a message (RFC 9051 §7.5.2, RFC 3501 §7.4.2). Texts are octets as they are in the
 * header, unfolded; encoded words stay encoded. `undefined` prints as NIL.
 */
export interface Envelope {
  readonly date: string | undefined
  readonly subject: string | undefined
  readonly from: readonly Address[]
  /** The `From` addresses where the field is missing or empty; so is `replyTo`. */
  readonly sender: readonly Address[]
  readonly replyTo: readonly Address[]
  readonly to: readonly Address[]
  readonly cc: readonly Address[]
  readonly bcc: readonly Address[]
  readonly inReplyTo: string | undefined
  readonly messageId: string | undefined
}

/** The envelope of a message or of one inside of it. */
export function readEnvelope({ header: { fields } }: Pick<Entity, 'header'>): Envelope {
  const from = addressesOf(fields, 'from')
  const orFrom = (addresses: readonly Address[]): readonly Address[] =>
    addresses.length > 0 ? addresses : from
  return {
    date: valueOf(fields, 'date'),
    subject: valueOf(fields, 'subject'),
    from,
    sender: orFrom(addressesOf(fields, 'sender')),
    replyTo: orFrom(addressesOf(fields, 'reply-to')),
    to: addressesOf(fields, 'to'),
    cc: addressesOf(fields, 'cc'),
    bcc: addressesOf(fields, 'bcc'),
    inReplyTo: valueOf(fields, 'in-reply-to'),
    messageId: valueOf(fields, 'message-id'),
  }
}

/** Fields of one name count as one (RFC 5322 §4.5.3 for those that name receivers). */
function addressesOf(fields: readonly Field[], lower: string): Address[] {
  const found: Address[] = []
  for (const field of fields)
    if (field.lower === lower) found.push(...readAddresses(fieldValue(field)))
  return found
}

/** The envelope of a stored message, read once. */
export const envelopeOf: (bytes: Uint8Array) => Envelope = remembered(({ root }) =>
  readEnvelope(root),
)

/** The text behind `ENVELOPE ` in a FETCH response. */
export function printEnvelope(envelope: Envelope, wire: Wire = 'ascii'): string {
  const text = (value: string | undefined): string => printNstring(value, wire)
  const list = (addresses: readonly Address[]): string => printAddresses(addresses, wire)
  const { from } = envelope
  const printed = list(from)
  const orFrom = (addresses: readonly Address[]): string =>
    addresses === from ? printed : list(addresses)
  return `(${text(envelope.date)} ${text(envelope.subject)} ${printed} ${orFrom(envelope.sender)} ${orFrom(envelope.replyTo)} ${list(envelope.to)} ${list(envelope.cc)} ${list(envelope.bcc)} ${text(envelope.inReplyTo)} ${text(envelope.messageId)})`
}

const printAddresses = (addresses: readonly Address[], wire: Wire): string =>
  addresses.length === 0
    ? 'NIL'
    : `(${addresses.map((address) => printAddress(address, wire)).join('')})`

const printAddress = ({ name, route, mailbox, host }: Address, wire: Wire): string =>
  `(${printNstring(name, wire)} ${printNstring(route, wire)} ${printNstring(mailbox, wire)} ${printNstring(host, wire)})`

const inAscii = remembered((message) => printEnvelope(envelopeOf(message.bytes), 'ascii'))
const inUtf8 = remembered((message) => printEnvelope(envelopeOf(message.bytes), 'utf8'))

/** The printed ENVELOPE of a stored message, made once for each wire. */
export const fetchEnvelope = (bytes: Uint8Array, wire: Wire = 'ascii'): string =>
  wire === 'ascii' ? inAscii(bytes) : inUtf8(bytes)

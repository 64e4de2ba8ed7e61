import { fromLatin1, fromStrictUtf8 } from '../../../../core/bytes.ts'
import { decodeCharset } from '../../../../message/charset.ts'
import { displayValue } from '../../../../message/field.ts'
import type { Work } from '../../../shared/work.ts'
import type { Address } from '../addresses.ts'
import { encodingOf } from '../body-structure.ts'
import { casemap } from '../casemap.ts'
import type { Entity } from '../entity.ts'
import { envelopeOf } from '../envelope.ts'
import { fieldValue, type Field } from '../fields.ts'
import { parameterOf } from '../parameters.ts'
import { remembered, type Parsed } from '../parsed.ts'
import { decodeTransfer } from '../transfer.ts'

/** A field of the header with its value as a reader sees it, ready to be compared. */
export interface SearchField {
  readonly lower: string
  /** Encoded words decoded, under the collation of `casemap`. */
  readonly mapped: string
}

const searchField = (field: Field): SearchField => ({
  lower: field.lower,
  mapped: casemap(displayValue({ value: fieldValue(field) })),
})

/** The header of the message, decoded once. */
export const searchFields: (bytes: Uint8Array) => readonly SearchField[] = remembered(({ root }) =>
  root.header.fields.map(searchField),
)

/** The fields of addresses that have a search key of their own. */
export type AddressField = 'bcc' | 'cc' | 'from' | 'to'

/**
 * What FROM, TO, CC and BCC look through: the addresses as ENVELOPE gives them (RFC 9051 §6.4.4),
 * without the comments and white space that the field may have, ready to be compared.
 * @returns `undefined` where the message lacks the field.
 */
export const searchAddresses = (bytes: Uint8Array, field: AddressField): string | undefined =>
  addressTexts(bytes)[field]

const addressTexts: (bytes: Uint8Array) => Partial<Record<AddressField, string>> = remembered(
  ({ bytes }) => {
    const envelope = envelopeOf(bytes)
    const present = new Set(searchFields(bytes).map(({ lower }) => lower))
    const fields = (['bcc', 'cc', 'from', 'to'] as const).filter((field) => present.has(field))
    return Object.fromEntries(fields.map((field) => [field, casemap(written(envelope[field]))]))
  },
)

/** Addresses as one text: `Zoe <zoe@example.net>, Friends:, bob@example.org`. */
const written = (addresses: readonly Address[]): string =>
  addresses
    .filter(({ mailbox }) => mailbox !== undefined)
    .map((address) => writeAddress(address))
    .join(', ')

/** A group's name has no host. */
function writeAddress({ name, route, mailbox = '', host }: Address): string {
  if (host === undefined) return `${readable(mailbox)}:`
  const address = `${readable(mailbox)}${host === '' ? '' : `@${readable(host)}`}`
  if (name === undefined && route === undefined) return address
  return `${readable(name ?? '')} <${route === undefined ? '' : `${route}:`}${address}>`.trimStart()
}

const readable = (value: string): string => displayValue({ value })

const wholeField = (field: Field): string =>
  `${field.lower}: ${displayValue({ value: fieldValue(field) })}`

/** Characters of a long text that are made ready at once. */
const PIECE = 262_144

/** Whether a text has another in it, which is ready to be compared. */
export function* hasText(text: string, wanted: string, size = PIECE): Work<boolean> {
  // What is wanted may begin in one piece and end in another.
  const over = wanted.length - 1
  let before = ''
  for (let from = 0; from < text.length;) {
    const to = cutBehind(text, from + size)
    const mapped = casemap(text.slice(from, to))
    if (mapped.includes(wanted)) return true
    const seam = before + mapped.slice(0, over)
    if (before !== '' && seam.includes(wanted)) return true
    const last = mapped.length < over ? seam : mapped
    before = last.slice(Math.max(0, last.length - over))
    yield to - from
    from = to
  }
  return false
}

/** Before an ASCII character, which the collation takes by itself whatever stands before it. */
function cutBehind(text: string, at: number): number {
  ASCII.lastIndex = at
  return at < text.length && ASCII.test(text) ? ASCII.lastIndex - 1 : text.length
}

const ASCII = /[\0-\x7f]/g

/** What SEARCH TEXT looks through: the header, and the headers of all parts, and all text. */
export function* allTexts(message: Parsed): Generator<string> {
  yield* headerTexts(message.root)
  yield* partTexts(message, message.root, 'with part headers')
}

/** What SEARCH BODY looks through: the text in the body, and the headers of messages in it. */
export const bodyTexts = (message: Parsed): Generator<string> =>
  partTexts(message, message.root, 'without part headers')

type PartHeaders = 'with part headers' | 'without part headers'

function* headerTexts({ header }: Entity): Generator<string> {
  for (const field of header.fields) yield wholeField(field)
}

function* partTexts(message: Parsed, entity: Entity, headers: PartHeaders): Generator<string> {
  const { content } = entity
  if (content.kind === 'message') {
    yield* headerTexts(content.message)
    yield* partTexts(message, content.message, headers)
  } else if (content.kind === 'multipart') {
    for (const part of content.parts) {
      if (headers === 'with part headers') yield* headerTexts(part)
      yield* partTexts(message, part, headers)
    }
  } else if (isText(entity)) yield readText(message.bytes, entity)
}

/** Pictures and programs hold no words. */
const isText = ({ type }: Entity): boolean => /^(?:text|message)$/i.test(type)

/** A part's text: transfer encoding undone, charset decoded. */
export function readText(bytes: Uint8Array, entity: Entity): string {
  const raw = bytes.subarray(entity.body.from, entity.body.to)
  const octets = decodeTransfer(raw, encodingOf(entity)) ?? raw
  const charset = parameterOf(entity.parameters, 'charset') ?? 'us-ascii'
  // What calls itself ASCII and is not, is UTF-8 if it can be.
  if (!/^(?:us-)?ascii$/i.test(charset)) return decodeCharset(octets, charset)
  return fromStrictUtf8(octets) ?? fromLatin1(octets)
}

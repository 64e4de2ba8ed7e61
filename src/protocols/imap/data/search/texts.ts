import { fromLatin1, fromStrictUtf8 } from '../../../../core/bytes.ts'
import { decodeCharset } from '../../../../message/charset.ts'
import { displayValue } from '../../../../message/field.ts'
import { encodingOf } from '../body-structure.ts'
import { casemap } from '../casemap.ts'
import type { Entity } from '../entity.ts'
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

const wholeField = (field: Field): string => {
  const { lower, mapped } = searchField(field)
  return `${casemap(lower)}: ${mapped}`
}

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
  } else if (isText(entity)) yield casemap(readText(message.bytes, entity))
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

import { asCharacters } from '../../core/bytes.ts'
import { displayValue } from '../../message/field.ts'
import { readableText } from '../../message/mime/decode.ts'
import { parseMime } from '../../message/mime/tree.ts'
import { parseMessage } from '../../message/parse.ts'

/** A stored message as a person reads it. */
export interface ReadableMessage {
  readonly subject: string
  readonly from: string
  readonly fields: readonly ReadableField[]
  /** Decoded; of an HTML message the source, for nothing here is drawn as HTML. */
  readonly text: string
  /** The message as it was sent, UTF-8 as its characters. */
  readonly source: string
}

export interface ReadableField {
  readonly name: string
  readonly value: string
  /** Written by a server on the way, not by the sender. */
  readonly trace: boolean
}

const traceFields: ReadonlySet<string> = new Set([
  ...['return-path', 'received', 'received-spf', 'delivered-to', 'authentication-results'],
])

export function readMessage(bytes: Uint8Array): ReadableMessage {
  const message = parseMessage(bytes)
  const firstOwn = message.fields.findIndex(({ lower }) => !traceFields.has(lower))
  const fields = message.fields.map((field, index) => ({
    name: field.name,
    value: displayValue(field),
    trace: firstOwn < 0 || index < firstOwn,
  }))
  const valueOf = (name: string) => fields.find((field) => field.name.toLowerCase() === name)?.value
  return {
    subject: valueOf('subject') ?? '',
    from: valueOf('from') ?? '',
    fields,
    text: readableText(message, parseMime(message)) ?? '',
    source: asCharacters(message.text),
  }
}

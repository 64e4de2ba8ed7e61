import { asCharacters } from '../../core/bytes.ts'
import { displayValue, fieldNamed } from '../../message/field.ts'
import { readableText } from '../../message/mime/decode.ts'
import type { Part } from '../../message/mime/tree.ts'
import type { Message } from '../../message/parse.ts'

/** What a list of messages shows of one, as a person reads it; empty where the field is missing. */
export interface MessageHead {
  readonly subject: string
  readonly from: string
}

/** A stored message as a person reads it. */
export interface ReadableMessage extends MessageHead {
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

/** The subject and the author of a message. Never throws. */
export function readHead(message: Pick<Message, 'fields'>): MessageHead {
  const valueOf = (name: string): string => {
    const field = fieldNamed(message, name)
    return field ? displayValue(field) : ''
  }
  return { subject: valueOf('Subject'), from: valueOf('From') }
}

/** Never throws. @param tree Its parts. */
export function readMessage(message: Message, tree: Part): ReadableMessage {
  const firstOwn = message.fields.findIndex(({ lower }) => !traceFields.has(lower))
  return {
    ...readHead(message),
    fields: message.fields.map((field, index) => ({
      name: field.name,
      value: displayValue(field),
      trace: firstOwn < 0 || index < firstOwn,
    })),
    text: readableText(message, tree) ?? '',
    source: asCharacters(message.text),
  }
}

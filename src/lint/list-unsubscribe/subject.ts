import type { Rule } from '../../core/rule.ts'
import { fieldsNamed, type HeaderField } from '../../message/field.ts'
import { parseListUnsubscribe, type ListUnsubscribe } from '../../message/list-unsubscribe.ts'
import type { Message } from '../../message/parse.ts'
import { signatureSubject, signedAs } from '../dkim/signature-subject.ts'

/** What the rules for unsubscribing look at. Findings count octets of the message. */
export interface UnsubscribeSubject {
  readonly message: Message
  /** List-Unsubscribe fields, in order, as they were read. */
  readonly lists: readonly { readonly field: HeaderField; readonly list: ListUnsubscribe }[]
  /** List-Unsubscribe-Post fields. */
  readonly posts: readonly HeaderField[]
}

export type UnsubscribeRule = Rule<UnsubscribeSubject>

export const unsubscribeSubject = (message: Message): UnsubscribeSubject => ({
  message,
  lists: fieldsNamed(message, 'List-Unsubscribe').map((field) => ({
    field,
    list: parseListUnsubscribe(message.text, field.valueSpan),
  })),
  posts: fieldsNamed(message, 'List-Unsubscribe-Post'),
})

/** Whether one DKIM signature lists all these names in its `h=`. */
export const isSignedTogether = (message: Message, names: readonly string[]): boolean =>
  fieldsNamed(message, 'DKIM-Signature').some((field) => {
    const signature = signatureSubject(message, field)
    return names.every((name) => signedAs(signature, name).length > 0)
  })

import { span, type Span } from '../../core/span.ts'
import type { Fix } from '../../core/diagnostic.ts'
import type { Rule } from '../../core/rule.ts'
import type { HeaderField } from '../../message/field.ts'
import type { Message } from '../../message/parse.ts'
import { parseTagList, tagNamed, wordsOf, type TagList, type Word } from '../../auth/tag-list.ts'

/** What a rule for signatures looks at. Findings count octets of the message. */
export interface SignatureSubject {
  readonly message: Message
  /** The DKIM-Signature field. */
  readonly field: HeaderField
  readonly tags: TagList
  /** The names in `h=`, where they stand; empty ones too. */
  readonly signed: readonly Word[]
}

export type SignatureRule = Rule<SignatureSubject>

export function signatureSubject(message: Message, field: HeaderField): SignatureSubject {
  const tags = parseTagList(message.text, field.valueSpan)
  const names = tagNamed(tags, 'h')
  const signed = names ? wordsOf(message.text, names.valueSpan, ':') : []
  return { message, field, tags, signed }
}

/** Where `h=` names a field, in any case. */
export const signedAs = ({ signed }: Pick<SignatureSubject, 'signed'>, name: string): Word[] =>
  signed.filter(({ text }) => text.toLowerCase() === name.toLowerCase())

/** Adds a name at the end of `h=`. */
export function alsoSign({ tags }: Pick<SignatureSubject, 'tags'>, name: string): Fix[] {
  const names = tagNamed(tags, 'h')
  if (!names || names.value === '') return []
  const end: Span = span(names.valueSpan.to, names.valueSpan.to)
  return [{ title: `Add \`${name}\` to \`h=\``, edits: [{ span: end, text: `:${name}` }] }]
}

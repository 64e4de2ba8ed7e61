import { fieldsNamed } from '../../message/field.ts'
import type { Message } from '../../message/parse.ts'
import { parseSignature } from './signature.ts'

/**
 * Whether one of some signatures covers fields of a message by its `h=`.
 * @param held The values of `b=` of those that count.
 * @param names In lowercase.
 */
export const coversFields = (
  message: Message,
  held: ReadonlySet<string>,
  names: readonly string[],
): boolean =>
  fieldsNamed(message, 'DKIM-Signature').some(({ valueSpan }) => {
    const parsed = parseSignature(message.text, valueSpan)
    if (!parsed.ok || !held.has(parsed.signature.signatureText)) return false
    const covered = parsed.signature.fields.map((name) => name.toLowerCase())
    return names.every((name) => covered.includes(name))
  })

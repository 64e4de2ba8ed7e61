import { fieldsNamed, type HeaderField } from '../../../message/field.ts'
import type { Message } from '../../../message/parse.ts'
import { parseSignature } from '../signature.ts'
import { compareBodies } from './body.ts'
import type { Difference } from './difference.ts'
import { compareHeaders } from './header.ts'

export type { Difference, DifferenceKind } from './difference.ts'

/** What one signature shows about a message whose original is known. */
export interface SignedDifference {
  readonly domain: string
  readonly selector: string
  /** Absent where the body hashes as it did. */
  readonly body?: Difference
  /** Signed fields that are other than they were, in the order of `h=`. */
  readonly header: readonly Difference[]
}

/**
 * Where a message is first other than it was when it was signed, for each of its signatures: the
 * first differing octet of what is hashed, where that stands in both messages, and what was likely
 * done. Signatures that cannot be read are left out.
 * @param original The message as it was signed; whether it holds the signature makes no difference.
 */
export const compareSigned = (original: Message, received: Message): SignedDifference[] =>
  fieldsNamed(received, 'DKIM-Signature').flatMap((field) => {
    const parsed = parseSignature(received.text, field.valueSpan)
    if (!parsed.ok) return []
    const { domain, selector, fields, header, body, length } = parsed.signature
    const found = compareBodies(original, received, body, length)
    return [
      {
        ...{ domain, selector },
        ...(found ? { body: found } : {}),
        header: compareHeaders(without(original, field), without(received, field), fields, header),
      },
    ]
  })

/** A signature is none of the fields that it signs (RFC 6376 §3.7). */
const without = (message: Message, own: HeaderField): Message => ({
  ...message,
  fields: message.fields.filter((field) => field !== own && field.value !== own.value),
})

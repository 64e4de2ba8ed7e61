import { latin1 } from '../../core/bytes.ts'
import { slice } from '../../core/span.ts'
import type { HeaderField } from '../../message/field.ts'
import { bodyOf, type Message } from '../../message/parse.ts'
import { canonicalizeBody, canonicalizeField, type Canonicalization } from './canonicalize.ts'

/**
 * The fields that `h=` names, in its order. A name that stands several times takes its fields from
 * the bottom up; where none is left it stands for nothing (RFC 6376 §5.4.2).
 */
export function selectFields(
  fields: readonly HeaderField[],
  names: readonly string[],
): (HeaderField | undefined)[] {
  const left = new Map<string, HeaderField[]>()
  for (const field of fields) {
    const same = left.get(field.lower)
    if (same) same.push(field)
    else left.set(field.lower, [field])
  }
  return names.map((name) => left.get(name.toLowerCase())?.pop())
}

/**
 * What the signature signs: the chosen fields, then the signature's own field with an empty `b=`
 * and no CRLF at its end (RFC 6376 §3.7).
 */
export function headerHashInput(
  message: Pick<Message, 'text' | 'fields'>,
  names: readonly string[],
  ownField: string,
  how: Canonicalization,
  own?: HeaderField,
): Uint8Array {
  const others = message.fields.filter((field) => field !== own)
  const chosen = selectFields(others, names).flatMap((field) => (field ? [field] : []))
  const signed = chosen.map((field) => canonicalizeField(slice(message.text, field.span), how))
  const last = canonicalizeField(ownField, how).slice(0, -2)
  return latin1(signed.join('') + last)
}

/** The canonical body, whole: a signature may hash only its first octets (`l=`). */
export const bodyHashInput = (
  message: Pick<Message, 'bytes' | 'bodyStart'>,
  how: Canonicalization,
): Uint8Array => canonicalizeBody(bodyOf(message), how)

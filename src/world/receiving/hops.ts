import { fromLatin1 } from '../../core/bytes.ts'
import { span } from '../../core/span.ts'
import { fieldsNamed, type HeaderField } from '../../message/field.ts'
import { headerOctets } from '../../message/header-octets.ts'
import { readFields } from '../../message/read-fields.ts'

/** Received fields that a message may have (RFC 5321 §6.3 wants at least 100). */
export const MAX_HOPS = 100

export const hopsOf = (message: Uint8Array): number => fieldsIn(message, 'Received').length

/**
 * Whether a message was at an address before. A host notes each address that it expands in
 * Delivered-To, and so knows a loop at its first turn.
 */
export const wasAt = (message: Uint8Array, address: string): boolean =>
  fieldsIn(message, 'Delivered-To').some(
    ({ value }) => value.replace(/[<>]/g, '').trim().toLowerCase() === address.toLowerCase(),
  )

/** Fields of one name; the body is not read for them. */
export function fieldsIn(message: Uint8Array, name: string): HeaderField[] {
  const header = fromLatin1(headerOctets(message))
  // Most messages have none, and are not read to their fields for that.
  if (!header.toLowerCase().includes(name.toLowerCase())) return []
  return fieldsNamed(readFields(header, span(0, header.length)), name)
}

import { encodingOf } from './body-structure.ts'
import { parsedOf } from './parsed.ts'
import { partAt } from './sections.ts'
import { decodeTransfer } from './transfer.ts'

/** What `BINARY[…]` and `BINARY.SIZE[…]` find (RFC 9051 §6.4.5, RFC 3516 §4.2). */
export type BinaryRead =
  | { readonly kind: 'octets'; readonly octets: Uint8Array }
  /** The command fails with `NO [UNKNOWN-CTE]` (RFC 3516 §4.3). */
  | { readonly kind: 'unknown-cte'; readonly encoding: string }
  /** There is no such part: NIL. */
  | { readonly kind: 'none' }

/**
 * A part with its transfer encoding undone. A `<partial>` counts in what comes out here.
 * @param part Empty for the whole message, which as a whole is not encoded.
 */
export function binaryOctets(message: Uint8Array, part: readonly number[]): BinaryRead {
  if (part.length === 0) return { kind: 'octets', octets: message }
  const entity = partAt(parsedOf(message).root, part)
  if (!entity) return { kind: 'none' }
  const encoding = encodingOf(entity)
  const octets = decodeTransfer(message.subarray(entity.body.from, entity.body.to), encoding)
  return octets ? { kind: 'octets', octets } : { kind: 'unknown-cte', encoding }
}

/**
 * How decoded octets travel: with a NUL only as `literal8`, `~{n}`; without, as a string, so that the
 * client knows that there is none (RFC 3516 §4.3).
 */
export const binaryForm = (octets: Uint8Array): 'string' | 'literal8' =>
  octets.includes(0) ? 'literal8' : 'string'

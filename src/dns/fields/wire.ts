import { fromLatin1 } from '../../core/bytes.ts'
import { canonicalOctet, MAX_LABEL_OCTETS, MAX_NAME_OCTETS } from '../names.ts'

/** Reads a record's octets in order. Past their end everything is `undefined`. */
export interface WireReader {
  u8(): number | undefined
  u16(): number | undefined
  u32(): number | undefined
  /** A name without compression, as RFC 3597 §4 asks. */
  name(): string | undefined
  take(count: number): Uint8Array | undefined
  /** Octets left. */
  left(): number
}

export function wireReader(bytes: Uint8Array): WireReader {
  let at = 0
  const take = (count: number): Uint8Array | undefined => {
    if (at + count > bytes.length) return undefined
    at += count
    return bytes.subarray(at - count, at)
  }
  const number = (count: number): number | undefined =>
    take(count)?.reduce((sum, octet) => sum * 256 + octet, 0)
  return {
    u8: () => number(1),
    u16: () => number(2),
    u32: () => number(4),
    take,
    left: () => bytes.length - at,
    name() {
      const start = at
      const labels: string[] = []
      for (;;) {
        const length = number(1)
        if (length === 0) return at - start > MAX_NAME_OCTETS ? undefined : labels.join('.')
        if (length === undefined || length > MAX_LABEL_OCTETS) return undefined
        const label = take(length)
        if (!label) return undefined
        labels.push(Array.from(label, canonicalOctet).join(''))
      }
    },
  }
}

/** A character-string: a length octet and as many octets (RFC 1035 §3.3). */
export function wireString(wire: WireReader): string | undefined {
  const length = wire.u8()
  const octets = length === undefined ? undefined : wire.take(length)
  return octets && fromLatin1(octets)
}

import { DER_TAG, writeDer } from '../../auth/dkim/der.ts'
import { concatBytes } from '../../core/bytes.ts'

/** Values of DER (X.690) as keys and certificates are made of. */
export const sequence = (...parts: readonly Uint8Array[]): Uint8Array =>
  writeDer(DER_TAG.sequence, concatBytes(parts))

/** A set of one value. */
export const setOf = (part: Uint8Array): Uint8Array => writeDer(0x31, part)

/** An integer from its octets, most significant first; never negative. */
export const integer = (octets: Uint8Array): Uint8Array =>
  writeDer(DER_TAG.integer, octets[0]! >= 128 ? concatBytes([Uint8Array.of(0), octets]) : octets)

export const bitString = (octets: Uint8Array): Uint8Array =>
  writeDer(DER_TAG.bitString, concatBytes([Uint8Array.of(0), octets]))

export const octetString = (octets: Uint8Array): Uint8Array => writeDer(DER_TAG.octetString, octets)

export const NULL = writeDer(DER_TAG.null, new Uint8Array(0))

/** A value with a tag of its context: `[number]`, constructed. */
export const tagged = (number: number, content: Uint8Array): Uint8Array =>
  writeDer(0xa0 + number, content)

/** `1.2.840.113549.1.1.1` as an object identifier. */
export function objectIdentifier(dotted: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  return writeDer(
    DER_TAG.oid,
    Uint8Array.from([first * 40 + second, ...rest.flatMap((arc) => baseOf128(arc))]),
  )
}

function baseOf128(arc: number): number[] {
  const octets = [arc & 127]
  for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128))
    octets.unshift((left & 127) | 128)
  return octets
}

/** The dotted form of an object identifier's content. */
export function dottedOf(content: Uint8Array): string {
  const arcs: number[] = []
  let arc = 0
  for (const octet of content) {
    arc = arc * 128 + (octet & 127)
    if (octet >= 128) continue
    arcs.push(arc)
    arc = 0
  }
  const [head = 0, ...rest] = arcs
  const first = Math.min(2, Math.floor(head / 40))
  return [first, head - first * 40, ...rest].join('.')
}

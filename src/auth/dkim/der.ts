/** Distinguished Encoding Rules (X.690 §8, §10), as far as public keys need them. */

export const DER_TAG = {
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  sequence: 0x30,
} as const

export interface DerValue {
  readonly tag: number
  readonly content: Uint8Array
  /** The position behind it. */
  readonly end: number
}

/**
 * Reads the value that starts at `at`.
 * @returns `truncated` where the octets end before it does; `undefined` if its head is no DER.
 */
export function readDer(bytes: Uint8Array, at = 0): DerValue | 'truncated' | undefined {
  const [tag, first] = [bytes[at], bytes[at + 1]]
  if (tag === undefined || first === undefined) return 'truncated'
  // Tags over 30 take more octets; no key uses them.
  if ((tag & 31) === 31) return undefined
  const length = first < 128 ? { value: first, size: 0 } : longLength(bytes, at + 2, first & 127)
  if (typeof length !== 'object') return length
  const start = at + 2 + length.size
  const end = start + length.value
  return end > bytes.length ? 'truncated' : { tag, content: bytes.subarray(start, end), end }
}

function longLength(
  bytes: Uint8Array,
  at: number,
  size: number,
): { value: number; size: number } | 'truncated' | undefined {
  if (size === 0 || size > 4) return undefined
  if (at + size > bytes.length) return 'truncated'
  const value = bytes.subarray(at, at + size).reduce((sum, octet) => sum * 256 + octet, 0)
  return { value, size }
}

/** The values inside a constructed one; stops at the first that cannot be read. */
export function readAllDer(bytes: Uint8Array): DerValue[] {
  const values: DerValue[] = []
  for (let at = 0; at < bytes.length;) {
    const value = readDer(bytes, at)
    if (typeof value !== 'object') return values
    values.push(value)
    at = value.end
  }
  return values
}

/** Writes one value. */
export function writeDer(tag: number, content: Uint8Array): Uint8Array {
  const size = content.length
  const head =
    size < 128 ? [size] : size < 256 ? [0x81, size] : [0x82, (size >> 8) & 255, size & 255]
  return Uint8Array.from([tag, ...head, ...content])
}

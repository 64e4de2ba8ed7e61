import { crc32 } from './crc32.ts'
import { inflate } from './inflate.ts'

export type Gunzipped =
  | { readonly ok: true; readonly bytes: Uint8Array }
  /** In a person's words. */
  | { readonly ok: false; readonly reason: string }

/** Octets that are unpacked at most: reports are far smaller, bombs far larger. A limit of ours. */
export const MAX_UNPACKED = 64 * 1024 * 1024

/** Whether it begins as gzip does (RFC 1952 §2.3.1). */
export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b

/**
 * Unpacks the first member of a gzip file (RFC 1952). Never throws.
 * @param limit Octets that may come out.
 */
export function gunzip(bytes: Uint8Array, limit = MAX_UNPACKED): Gunzipped {
  if (!isGzip(bytes)) return { ok: false, reason: 'it does not begin as a gzip file' }
  if (bytes[2] !== 8) return { ok: false, reason: 'it is not compressed with DEFLATE' }
  const start = bodyStart(bytes)
  if (start > bytes.length) return { ok: false, reason: 'its head is cut off' }
  const found = inflate(bytes.subarray(start), limit)
  if (!found.ok) return found
  const tail = start + found.used
  if (tail + 8 > bytes.length) return { ok: false, reason: 'its check sum is cut off' }
  const view = new DataView(bytes.buffer, bytes.byteOffset + tail, 8)
  if (view.getUint32(0, true) !== crc32(found.bytes))
    return { ok: false, reason: 'its check sum is of other octets: it was damaged' }
  return { ok: true, bytes: found.bytes }
}

/** Behind the ten octets of the head and what its flags say follows (RFC 1952 §2.3.1). */
function bodyStart(bytes: Uint8Array): number {
  const flags = bytes[3] ?? 0
  let at = 10
  if (flags & 4) at += 2 + (bytes[at] ?? 0) + ((bytes[at + 1] ?? 0) << 8)
  if (flags & 8) at = afterZero(bytes, at)
  if (flags & 16) at = afterZero(bytes, at)
  return flags & 2 ? at + 2 : at
}

function afterZero(bytes: Uint8Array, at: number): number {
  const zero = bytes.indexOf(0, at)
  return zero < 0 ? bytes.length + 1 : zero + 1
}

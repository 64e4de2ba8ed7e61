import { Gunzip, gzipSync } from 'fflate'
import { concatBytes } from './bytes.ts'
import { crc32 } from './crc32.ts'
import { GROWTH_REASON, isBomb, MAX_UNPACKED, overLimit } from './unpack-limits.ts'

export type Gunzipped = { readonly ok: true; readonly bytes: Uint8Array } | GunzipFault

export interface GunzipFault {
  readonly ok: false
  /** In a person's words, without a full stop. */
  readonly reason: string
  /** Whether more comes out than may. */
  readonly isTooLarge?: true
}

/** What DEFLATE makes at most of one octet. */
const MOST_OF_ONE = 1032

/** Octets that are unpacked at a time, so that a bomb is noticed before much of it is there. */
const PIECE = 4096

/** Octets of the check sum and the length behind each member (RFC 1952 §2.3.1). */
const TRAILER = 8

/** Whether it begins as gzip does (RFC 1952 §2.3.1). */
export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b

/** Packs octets (RFC 1952), with neither time nor name: the same octets give the same octets. */
export const gzip = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => gzipSync(bytes, { mtime: 0 })

/**
 * Unpacks a gzip file (RFC 1952), all its members. Never throws. A file that grows too much is given
 * up as soon as that shows: by the length that it states at its end, or while it grows.
 * @param limit Octets that may come out.
 */
export function gunzip(bytes: Uint8Array, limit = MAX_UNPACKED): Gunzipped {
  if (!isGzip(bytes)) return refused('it does not begin as a gzip file')
  if (bytes.length > 2 && bytes[2] !== 8) return refused('it is not compressed with DEFLATE')
  const stated = bytes.length >= TRAILER ? lengthAtEnd(bytes) : 0
  // Of a file that is cut off, those octets are something else.
  if (stated > limit && stated <= bytes.length * MOST_OF_ONE) return tooLarge(overLimit(limit))
  const unpacking = new Unpacking(limit)
  try {
    unpacking.run(bytes)
  } catch (error) {
    if (unpacking.isBomb) return tooLarge(GROWTH_REASON)
    if (unpacking.size > limit) return tooLarge(overLimit(limit))
    return refused(reasonOf(error))
  }
  return unpacking.checked(bytes)
}

/** Of the last member, modulo 2^32 (RFC 1952 §2.3.1). */
const lengthAtEnd = (bytes: Uint8Array): number =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.length).getUint32(bytes.length - 4, true)

const refused = (reason: string): GunzipFault => ({ ok: false, reason })
const tooLarge = (reason: string): GunzipFault => ({ ok: false, reason, isTooLarge: true })

/** What fflate met: code 0 is an end too early. */
const reasonOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && error.code === 0
    ? 'it is cut off'
    : 'it is damaged: no gzip file goes on like this'

/** Where a member begins in the file, and its octets in what came out. */
interface Part {
  readonly packedAt: number
  readonly from: number
}

/** One file on its way out, member by member. */
class Unpacking {
  size = 0
  isBomb = false
  private packed = 0
  private readonly pieces: Uint8Array[] = []
  private readonly members: Part[] = [{ packedAt: 0, from: 0 }]
  private readonly stream: Gunzip

  constructor(limit: number) {
    this.stream = new Gunzip((piece) => {
      this.size += piece.length
      this.isBomb ||= isBomb(this.size, this.packed)
      if (this.isBomb || this.size > limit) throw new Error('limit')
      this.pieces.push(piece)
    })
    this.stream.onmember = (packedAt) => this.members.push({ packedAt, from: this.size })
  }

  run(packed: Uint8Array): void {
    for (let at = 0; at < packed.length; at += PIECE) {
      this.packed = Math.min(packed.length, at + PIECE)
      this.stream.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length)
    }
  }

  /** Compares each member with its check sum. */
  checked(packed: Uint8Array): Gunzipped {
    const bytes = concatBytes(this.pieces)
    const view = new DataView(packed.buffer, packed.byteOffset, packed.length)
    for (const [index, { from }] of this.members.entries()) {
      const next = this.members[index + 1]
      const trailer = (next?.packedAt ?? packed.length) - TRAILER
      if (trailer < 0) return refused('it is cut off')
      if (view.getUint32(trailer, true) !== crc32(bytes.subarray(from, next?.from)))
        return refused('its check sum is of other octets: it was damaged or cut off')
    }
    return { ok: true, bytes }
  }
}

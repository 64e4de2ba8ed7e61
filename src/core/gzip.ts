import { Gunzip, gzipSync } from 'fflate'
import { concatBytes } from './bytes.ts'
import { crc32 } from './crc32.ts'

export type Gunzipped =
  | { readonly ok: true; readonly bytes: Uint8Array }
  /** In a person's words, without a full stop. */
  | { readonly ok: false; readonly reason: string }

/** Octets that are unpacked at most: reports are far smaller, bombs far larger. A limit of ours. */
export const MAX_UNPACKED = 64 * 1024 * 1024

/** Octets that are unpacked at a time; DEFLATE makes at most 1032 octets of one. */
const PIECE = 4096

/** Octets of the check sum and the length behind each member (RFC 1952 §2.3.1). */
const TRAILER = 8

/** Whether it begins as gzip does (RFC 1952 §2.3.1). */
export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b

/** Packs octets (RFC 1952), with neither time nor name: the same octets give the same octets. */
export const gzip = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => gzipSync(bytes, { mtime: 0 })

/**
 * Unpacks a gzip file (RFC 1952), all its members. Never throws.
 * @param limit Octets that may come out.
 */
export function gunzip(bytes: Uint8Array, limit = MAX_UNPACKED): Gunzipped {
  if (!isGzip(bytes)) return refused('it does not begin as a gzip file')
  if (bytes.length > 2 && bytes[2] !== 8) return refused('it is not compressed with DEFLATE')
  const unpacking = new Unpacking(limit)
  try {
    unpacking.run(bytes)
  } catch (error) {
    if (unpacking.size > limit) return refused(`more than ${limit} octets come out of it`)
    return refused(reasonOf(error))
  }
  return unpacking.checked(bytes)
}

const refused = (reason: string): Gunzipped => ({ ok: false, reason })

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
  private readonly pieces: Uint8Array[] = []
  private readonly members: Part[] = [{ packedAt: 0, from: 0 }]
  private readonly stream: Gunzip

  constructor(limit: number) {
    this.stream = new Gunzip((piece) => {
      this.size += piece.length
      if (this.size > limit) throw new Error('limit')
      this.pieces.push(piece)
    })
    this.stream.onmember = (packedAt) => this.members.push({ packedAt, from: this.size })
  }

  run(packed: Uint8Array): void {
    for (let at = 0; at < packed.length; at += PIECE)
      this.stream.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length)
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

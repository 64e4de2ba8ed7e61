import { promisify } from 'node:util'
import { constants, gzip } from 'node:zlib'

const pack = promisify(gzip)

/** Packed octets that are kept; what was packed first goes first. */
const MOST = 32 * 2 ** 20

/** Texts as they go over the line, each packed once however many ask for it, as small as gzip makes it. */
export class PackedTexts {
  readonly #most: number
  readonly #kept = new Map<string, Promise<Buffer>>()
  #size = 0

  constructor(most = MOST) {
    this.#most = most
  }

  /** @param digest Names the text: the same digest, the same text. */
  async pack(digest: string, text: Buffer): Promise<Buffer> {
    const kept = this.#kept.get(digest)
    if (kept) return kept
    const packing = pack(text, { level: constants.Z_BEST_COMPRESSION })
    this.#kept.set(digest, packing)
    const packed = await packing
    this.#size += packed.length
    for (const [oldest, packing] of this.#kept) {
      if (this.#size <= this.#most) break
      this.#kept.delete(oldest)
      this.#size -= (await packing).length
    }
    return packed
  }
}

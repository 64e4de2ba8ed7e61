/** How often somebody may ask. */
export interface Pace {
  /** Requests at once. */
  readonly burst: number
  /** Requests in a second, for long. */
  readonly perSecond: number
}

interface Bucket {
  left: number
  /** When it was filled last, in milliseconds. */
  at: number
}

/** Keeps those apart who ask too often, by a name: an address, or a student. The oldest names are forgotten. */
export class Rate {
  readonly #pace: Pace
  readonly #now: () => number
  readonly #most: number
  readonly #buckets = new Map<string, Bucket>()

  /** @param most Names that are remembered. */
  constructor(pace: Pace, now: () => number, most = 2_000) {
    this.#pace = pace
    this.#now = now
    this.#most = most
  }

  /** Whether one more request is within the pace; it is counted. */
  takes(name: string): boolean {
    const bucket = this.#filled(name)
    if (bucket.left < 1) return false
    bucket.left--
    return true
  }

  /** Whether one more request would be within the pace. */
  isOpen(name: string): boolean {
    return this.#filled(name).left >= 1
  }

  #filled(name: string): Bucket {
    const now = this.#now()
    const { burst, perSecond } = this.#pace
    const bucket = this.#buckets.get(name) ?? { left: burst, at: now }
    bucket.left = Math.min(burst, bucket.left + (Math.max(0, now - bucket.at) * perSecond) / 1000)
    bucket.at = now
    this.#buckets.delete(name)
    this.#buckets.set(name, bucket)
    for (const oldest of this.#buckets.keys()) {
      if (this.#buckets.size <= this.#most) break
      this.#buckets.delete(oldest)
    }
    return bucket
  }
}

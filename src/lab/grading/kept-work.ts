import { Beginnings, type RepeatedOptions } from '../beginnings.ts'

/** What labs of one lesson and variant need not work out anew. */
export type SharedWork = Required<Pick<RepeatedOptions, 'verdicts' | 'beginnings'>>

/** Lessons and variants whose work is kept. */
const MOST = 12

/** Stands that are kept of each: how it opens, and what most do first. */
const MOST_STANDS = 4

/**
 * Verdicts on zones as they stood, and hours that went by, by lesson and variant: the next submission of the
 * same begins with them.
 */
export class KeptWork {
  readonly #kept = new Map<string, SharedWork>()

  of(key: string): SharedWork {
    const found = this.#kept.get(key) ?? {
      verdicts: new Map() as SharedWork['verdicts'],
      beginnings: new Beginnings(MOST_STANDS),
    }
    // The one that was asked for last is the last to go.
    this.#kept.delete(key)
    this.#kept.set(key, found)
    const [oldest] = this.#kept.keys()
    if (this.#kept.size > MOST && oldest !== undefined) this.#kept.delete(oldest)
    return found
  }
}

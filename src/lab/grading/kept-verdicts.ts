import type { LabOptions } from '../lab.ts'

type Verdicts = NonNullable<LabOptions['verdicts']>

/** Lessons and variants whose verdicts are kept. */
const MOST = 12

/** Verdicts on zones as they stood, by lesson and variant: the next submission of the same is judged by them. */
export class KeptVerdicts {
  readonly #kept = new Map<string, Verdicts>()

  of(key: string): Verdicts {
    const found: Verdicts = this.#kept.get(key) ?? new Map()
    // The one that was asked for last is the last to go.
    this.#kept.delete(key)
    this.#kept.set(key, found)
    const [oldest] = this.#kept.keys()
    if (this.#kept.size > MOST && oldest !== undefined) this.#kept.delete(oldest)
    return found
  }
}

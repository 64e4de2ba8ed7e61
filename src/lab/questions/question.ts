import type { Crypto } from '../../core/effects.ts'
import type { World } from '../../world/world.ts'
import type { Replay } from '../grading/timeline.ts'

/**
 * Something a view wants to know that takes an engine: what a word of a zone means, how a message is
 * built. What is asked and what is answered are plain data, since they travel.
 */
export interface Question<Asked, Answer> {
  /** Never throws for any data of the type; what cannot be read has an answer that says so. */
  readonly answer: (asked: Asked, lab: AskedLab) => Answer
}

/** What a question may look at beside what is asked. It changes nothing. */
export interface AskedLab {
  /** Undefined before a lab has opened. */
  readonly world: World | undefined
  /** Digests and signatures. */
  readonly crypto: Crypto
  /** Does a journal in a lab of its own; absent where no host runs labs. */
  readonly replay?: Replay
}

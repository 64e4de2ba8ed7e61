import type { Effect } from '../../../core/effects.ts'
import type { Mechanism, MechanismName } from '../record.ts'
import type { Broken, EvaluationContext } from '../evaluation-context.ts'
import type { Decision } from '../verdict.ts'

/** Whether a mechanism matches the client, and why, as a clause. */
export interface Match {
  readonly matched: boolean
  readonly why: string
  /** The term of another record that made it match. */
  readonly through?: Decision | undefined
}

/** A mechanism that broke: `through` names the term of another record where it did. */
export interface BrokenMatch extends Broken {
  readonly through?: Decision | undefined
  /** Set where it broke since records lead in a circle; `why` is then the same. */
  readonly circle?: string | undefined
}

/** How one mechanism is tested (RFC 7208 §5). The term comes from a record without problems. */
export interface MechanismTest {
  readonly name: MechanismName
  /** @returns What came of it; of a mechanism that asks, what asks for it. */
  match(term: Mechanism, context: EvaluationContext): Match | Effect<Match | BrokenMatch>
}

export const yes = (why: string): Match => ({ matched: true, why })
export const no = (why: string): Match => ({ matched: false, why })

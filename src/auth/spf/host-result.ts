import type { Step } from '../../core/trace.ts'
import type { MacroString } from './macro.ts'
import type { Decision, SpfResult } from './verdict.ts'

/** What one check_host() came to (RFC 7208 §4.2). */
export interface HostResult {
  readonly result: SpfResult
  readonly decidedBy?: Decision | undefined
  /** One sentence. */
  readonly reason: string
  readonly trace: Step
  /** Why it broke, as a clause, where records lead in a circle. */
  readonly circle?: string | undefined
  /** Where the explanation of a `fail` is found: the `exp` of the record that decided (§6.2). */
  readonly exp?: Explanation | undefined
}

export interface Explanation {
  readonly target: MacroString
  /** The domain whose record has the `exp`. */
  readonly domain: string
}

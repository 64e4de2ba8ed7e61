import type { Diagnostic } from '../core/diagnostic.ts'
import type { SpfVerdict } from '../auth/spf/evaluate.ts'
import type { Journey } from '../world/journey.ts'
import type { MailSpec, SenderCase } from '../world/spec.ts'
import type { World } from '../world/world.ts'

/**
 * All that a goal may look at: the state of the world and the verdicts. Never the learner's text. It is
 * of one moment: once more has happened, new evidence is gathered.
 */
export interface Evidence {
  /** Its `events` hold every command of a session; its `mailboxes` what they hold now. */
  readonly world: World
  /**
   * What holds on a host by its settings, `5m`; empty where nothing does. Undefined where they are no
   * document of the lesson, or have no setting of that name.
   */
  readonly setting?: (host: string, name: string) => string | undefined
  /** Of the zones and other documents that may be edited. */
  readonly diagnostics: readonly Diagnostic[]
  readonly senders: readonly SenderReport[]
  /** Each mail of the spec sent anew through a copy of the world with the zones as they stand. */
  readonly journeys: readonly MailReport[]
}

export interface SenderReport {
  readonly sender: SenderCase
  readonly verdict: SpfVerdict
}

export interface MailReport {
  readonly mail: MailSpec
  readonly journey: Journey
}

/** Whether a condition is met. `reason` gives the counterexample in a sentence. */
export type GoalStatus = { readonly met: true } | { readonly met: false; readonly reason: string }

export const met: GoalStatus = { met: true }

export const notYet = (reason: string): GoalStatus => ({ met: false, reason })

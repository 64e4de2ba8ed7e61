import type { WorldSpec } from '../world/spec.ts'

/** A lesson as a page carries it: prose already rendered, everything else as data. */
export interface Lesson {
  /** `speak-smtp`: the folder's name without its number; stable, part of the URL. */
  readonly slug: string
  readonly module: { readonly number: number; readonly slug: string; readonly title: string }
  readonly number: number
  readonly title: string
  /** What the learner can do afterwards, in one line. */
  readonly objective: string
  readonly minutes: number
  /** The belief that the lesson corrects, as a learner would put it. */
  readonly misconception: string
  /** Shown when every goal is met; HTML. */
  readonly debrief: string
  /** The text; HTML. */
  readonly html: string
  readonly panels: readonly PanelName[]
  /** The host the terminal stands on, where there is one. */
  readonly terminal?: { readonly host: string; readonly suggestions: readonly string[] }
  readonly world: WorldSpec
  readonly goals: readonly Goal[]
  /** From a nudge to the answer; at least three. */
  readonly ladder: readonly string[]
  /** Shown when their condition holds. In order of precedence. */
  readonly hints: readonly TargetedHint[]
}

export type PanelName = 'terminal' | 'mailbox' | 'zone' | 'senders' | 'mails' | 'verdict' | 'wire'

/** A predicate over the evidence; `kind` names a file of `goals/`, the rest are its parameters. */
export type Condition = { readonly kind: string } & Readonly<Record<string, unknown>>

export interface Goal {
  readonly id: string
  /** What to bring about, in the imperative. May hold backticks. */
  readonly text: string
  readonly when: Condition
}

export interface TargetedHint {
  readonly id: string
  readonly text: string
  readonly when: Condition
}

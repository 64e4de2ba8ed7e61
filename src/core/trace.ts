import type { DnsAnswer } from './dns.ts'
import type { DnsQuestion } from './effects.ts'
import type { Section } from './section.ts'
import type { Place, Span } from './span.ts'

/**
 * One step of an evaluation, with the steps below it: what was looked at, what was asked, what came
 * of it. Views, hints and `dig`-like listings are all drawn from these.
 */
export interface Step {
  /** What kind of step: `spf/mechanism`, `dkim/body-hash`, `dmarc/alignment`. Stable. */
  readonly kind: string
  /** One sentence for a person. Backticks mark code. */
  readonly text: string
  readonly outcome: Outcome
  /** The part of the judged text (record, header field) this step is about. */
  readonly span?: Span | undefined
  /** The same in the file it was written in. */
  readonly place?: Place | undefined
  readonly source?: Section
  /** Set where the step is a DNS question. */
  readonly asked?: { readonly question: DnsQuestion; readonly answer: DnsAnswer }
  /** What a view may want to draw: counts, names. JSON values only. */
  readonly facts?: Readonly<Record<string, string | number | boolean | readonly string[]>>
  readonly steps: readonly Step[]
}

/** How a step went: it decided for, against, went on to the next, was noted, or broke. */
export type Outcome = 'pass' | 'fail' | 'continue' | 'note' | 'error'

/** A step without steps below it, unless given. */
export const step = (given: Omit<Step, 'steps'> & Partial<Pick<Step, 'steps'>>): Step =>
  given.steps ? (given as Step) : { ...given, steps: [] }

/** The step and all below it, in the order they happened. */
export function* walkSteps(root: Step): Generator<Step> {
  yield root
  for (const below of root.steps) yield* walkSteps(below)
}

/** Every DNS question of an evaluation, in order. */
export const questionsOf = (root: Step): NonNullable<Step['asked']>[] =>
  [...walkSteps(root)].flatMap(({ asked }) => (asked ? [asked] : []))

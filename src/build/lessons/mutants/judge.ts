import type { Diagnostic } from '../../../core/diagnostic.ts'
import type { Span } from '../../../core/span.ts'
import { causes } from './causes.ts'
import type { Mutant } from './mutant.ts'
import type { Outcome } from './outcome.ts'

/**
 * `answered`: with its own cause. `wrong`: with another. `unanswered`: with none. `harmless`: it is
 * no mistake, as the lesson is done all the same.
 */
export type Result = 'answered' | 'unanswered' | 'wrong' | 'harmless'

export interface Judgement {
  readonly result: Result
  /** What answers it, or what is said wrongly. */
  readonly by: string
}

/** What the solution comes to at the same place. */
export interface Compared {
  readonly outcome: Outcome
  /** None where the solution has no such place. */
  readonly right: Outcome | undefined
}

/** Judges one place of a mutant: wrong words outweigh right ones. */
export function judgeOutcome(mutant: Mutant, { outcome, right }: Compared): Judgement {
  const wrong = wrongWords(mutant, outcome) ?? doneOverError(outcome, right)
  if (wrong) return { result: 'wrong', by: wrong }
  const by =
    hintOf(mutant, outcome) ?? findingOf(mutant, outcome, right) ?? replyOf(mutant, outcome)
  return by === undefined ? { result: 'unanswered', by: '' } : { result: 'answered', by }
}

function wrongWords({ cause, meant }: Mutant, { hints, replies }: Outcome): string | undefined {
  const stranger = hints.find(({ answers }) => !answers.includes(cause))
  if (stranger) return `the hint \`${stranger.id}\``
  const [reply, advised = ''] = replies.flatMap((line) => /Did you mean ([A-Z]+)/.exec(line) ?? [])
  const isOther = meant !== undefined && reply !== undefined && !sameVerb(advised, meant)
  return isOther ? `the reply “${reply}”` : undefined
}

function doneOverError({ isDone, findings }: Outcome, right: Outcome | undefined) {
  if (!isDone) return undefined
  const errors = findings.filter(({ severity }) => severity === 'error')
  const [error] = newFindings(errors, right?.findings ?? [])
  return error && `done, in spite of \`${error.code}\``
}

/** HELO greets as well. */
const sameVerb = (a: string, b: string): boolean =>
  a === b || [a, b].every((verb) => /^(EHLO|HELO)$/.test(verb))

const hintOf = ({ cause }: Mutant, { hints: [shown] }: Outcome): string | undefined =>
  shown?.answers.includes(cause) ? `the hint \`${shown.id}\`` : undefined

function findingOf(
  { touched }: Mutant,
  { findings }: Outcome,
  right: Outcome | undefined,
): string | undefined {
  if (!touched) return undefined
  const fresh = newFindings(findings, right?.findings ?? [])
  const inZone = fresh.filter(({ file }) => file === touched.file)
  const found = [touched.span, touched.record]
    .map((place) => inZone.find(({ span }) => overlap(place, span)))
    .find((one) => one)
  return found && `the finding \`${found.code}\``
}

/** Findings that the solution has not, wherever they stand. */
export function newFindings(
  findings: readonly Diagnostic[],
  right: readonly Diagnostic[],
): Diagnostic[] {
  const keyOf = ({ code, message, file }: Diagnostic) => `${file} ${code} ${message}`
  const known = new Set(right.map(keyOf))
  return findings.filter((one) => !known.has(keyOf(one)))
}

const overlap = (a: Span, b: Span): boolean => a.from <= b.to && b.from <= a.to

function replyOf({ cause }: Mutant, { replies }: Outcome): string | undefined {
  const { reply } = causes[cause]
  const found = reply && replies.find((line) => reply.test(line))
  return found === undefined ? undefined : `the reply “${found}”`
}

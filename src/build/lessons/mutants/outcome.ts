import type { Diagnostic } from '../../../core/diagnostic.ts'
import { fittingHints, type Progress } from '../../../lessons/check.ts'
import { spokenFindings } from '../../../lessons/quiet.ts'
import type { Evidence } from '../../../lessons/evidence.ts'
import type { TargetedHint } from '../../../lessons/lesson.ts'
import type { JourneyEnd } from '../../../world/journey.ts'
import type { Deed } from '../files/play.ts'
import { codeOf } from './refusal.ts'
import {
  judgeNow,
  linesBefore,
  linesFrom,
  movesOf,
  shellOf,
  terminalOf,
  type Player,
} from '../proof/player.ts'

/** What a learner sees after a deed. */
export interface Outcome {
  /** Lines that came since the deed, in its terminal. */
  readonly replies: readonly string[]
  /** The reply codes among them, and the statuses of POP3. */
  readonly codes: readonly string[]
  /** The program that runs in its terminal. */
  readonly running: string | undefined
  /** Goals that are met and steps that are done, by name. */
  readonly reached: ReadonlySet<string>
  readonly isDone: boolean
  /** Every targeted hint that may show; the first does. */
  readonly hints: readonly TargetedHint[]
  readonly findings: readonly Diagnostic[]
  /** What senders and mails come to. */
  readonly verdicts: string
}

/** What came of a deed, and how the lesson stands then. */
export interface Acted {
  readonly outcome: Outcome
  readonly progress: Progress
  /** What should have happened and did not, as sentences. */
  readonly failures: readonly string[]
}

/** Does one thing as a learner does, an edit as a whole, and looks at what came of it. */
export async function act(player: Player, deed: Deed): Promise<Acted> {
  const terminal = terminalOf(deed)
  const from = linesBefore(player, deed)
  const failures = await doDeed(player, deed)
  const replies = linesFrom(player, terminal, from)
  const codes = replies.flatMap((line) => codeOf(line) ?? [])
  const progress = await judgeNow(player)
  const running = shellOf(player, terminal)?.running
  const seen = await look(player, progress)
  return { outcome: { replies, codes, running, ...seen }, progress, failures }
}

/**
 * Does one thing, an edit as a whole.
 * @returns What should have happened and did not, as sentences.
 */
export async function doDeed(player: Player, deed: Deed): Promise<string[]> {
  const failures: string[] = []
  for (const move of movesOf(deed, player, 'at once')) failures.push(...(await move.run(player)))
  return failures
}

async function look(
  { lab }: Player,
  progress: Progress,
): Promise<Omit<Outcome, 'replies' | 'codes' | 'running'>> {
  const evidence = await lab.gather()
  const reached = progress.steps.flatMap(({ id, done, goals }) => [
    ...(done ? [`step ${id}`] : []),
    ...goals.flatMap(({ goal, status }) => (status.met ? `goal ${goal.id}` : [])),
  ])
  return {
    reached: new Set(reached),
    isDone: progress.done,
    hints: [...fittingHints(lab.lesson, progress, evidence, lab.remembered)],
    findings: spokenFindings(lab.lesson, progress.steps, evidence.diagnostics),
    verdicts: verdictsOf(evidence),
  }
}

const verdictsOf = ({ senders, journeys }: Evidence): string =>
  [
    ...senders.map(({ verdict }) => verdict.result),
    ...journeys.map(({ journey: { end } }) => `${end.kind} ${resultsOf(end)}`),
  ].join(', ')

function resultsOf(end: JourneyEnd): string {
  if (end.kind === 'undeliverable' || end.kind === 'deferred') return ''
  const found = end.kind === 'rejected' ? end.authentication : end.message.authentication
  return found ? `${found.spf.result} ${found.dkim.result} ${found.dmarc.result}` : ''
}

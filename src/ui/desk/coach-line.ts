import { words } from '#words/coach'
import type { LabInput } from '../../lab/lab.ts'
import type { Step, StepProgress, TargetedHint } from '../../lab/types.ts'

/** What the coach is about: its look and the word in front. */
export type CoachTone = 'next' | 'look' | 'know' | 'done'

export interface CoachLine {
  readonly tone: CoachTone
  readonly text: string
}

export const coachWords: Readonly<Record<CoachTone, string>> = words.tones

/** What comes next, as long as there is no mistake. */
export function nextLine(
  step: Step | undefined,
  progress: StepProgress | undefined,
  isLessonDone: boolean,
): CoachLine | undefined {
  if (!step) return undefined
  if (isLessonDone) return { tone: 'done', text: words.lessonDone }
  const lost = progress?.done && progress.goals.find(({ status }) => !status.met)?.status
  if (lost && !lost.met) return { tone: 'look', text: words.noLonger(lost.reason) }
  if (progress?.done) return { tone: 'know', text: words.stepDone }
  const { card } = step
  if (card && /predict|grid/.test(card.kind) && progress?.card?.state === 'open')
    return { tone: 'next', text: card.ask }
  const goals = progress?.goals ?? step.goals.map((goal) => ({ goal, status: { met: false } }))
  const open = goals.find(({ status }) => !status.met)?.goal
  if (open) return { tone: 'next', text: open.text }
  if (progress?.card?.state === 'committed') return { tone: 'next', text: words.committed }
  return card ? { tone: 'next', text: card.ask } : undefined
}

/**
 * Whether a hint is about what the learner reads. One of other steps speaks where this one is done
 * and the learner has gone on without turning the page; one of a single step in that step alone.
 */
export const isAboutStep = (
  { during }: TargetedHint,
  step: Step | undefined,
  progress: StepProgress | undefined,
): boolean =>
  !during || during.includes(step?.id ?? '') || (during.length > 1 && progress?.done === true)

/**
 * Whether a hint is about a line that was said again on purpose: on the page of a step that asked for
 * it, and that is not the hint's.
 * @param page The step on the page when it was typed.
 */
export const isOnPurpose = (
  { during }: TargetedHint,
  again: boolean | undefined,
  page: string,
): boolean => again === true && during !== undefined && !during.includes(page)

/** How long a hint rests after a key: in milliseconds. */
export const REST = 1000

/**
 * How long a hint waits that has become due.
 * @returns Milliseconds; Infinity in the middle of a word, which the next key will end.
 */
export function restAfter(last: LabInput | undefined): number {
  if (last?.kind !== 'type') return REST
  if (/[\r\n]$/.test(last.data)) return 0
  return /[\p{L}\p{N}]$/u.test(last.data) ? Infinity : REST
}

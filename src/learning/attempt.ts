import type { StepReport } from '../embed/protocol.ts'
import type { LessonOutline, StepOutline } from './outline.ts'

/** What a learner has done of a lesson in one attempt. It only grows: what was done once counts, whatever follows. */
export interface Attempt {
  /** By the step's id; a step that was never touched is absent. */
  readonly steps: Readonly<Record<string, StepAttempt>>
  /** What was reported once and may not be reported again, such as `completed`. */
  readonly sent: readonly Sent[]
}

export interface StepAttempt {
  readonly done: boolean
  /** It was done once without its last hint. */
  readonly own: boolean
  /** The last hint was opened in the play that is under way. */
  readonly shown: boolean
  readonly settled: boolean
  /** The first answer to its question was reported. */
  readonly answered: boolean
  /** Ids of goals. */
  readonly met: readonly string[]
}

export const sentOnce = ['completed', 'passed'] as const

export type Sent = (typeof sentOnce)[number]

export const nothingAttempted: Attempt = { steps: {}, sent: [] }

const untouched: StepAttempt = {
  ...{ done: false, own: false, shown: false, settled: false, answered: false, met: [] },
}

/** The first answer to a question, once it is known whether it was right. */
export interface FirstAnswer {
  readonly step: StepOutline
  readonly answer: readonly string[]
  readonly right: boolean
}

/** What a report of a step adds. */
export interface Added {
  readonly attempt: Attempt
  /** Whether there is more than before. */
  readonly isMore: boolean
  readonly answer?: FirstAnswer
  /** The step, where it was done for the first time. */
  readonly done?: StepOutline
}

/** Adds what the lesson reports of a step. A step that the outline does not know adds nothing. */
export function addReport(outline: LessonOutline, attempt: Attempt, report: StepReport): Added {
  const step = outline.steps.find(({ id }) => id === report.id)
  if (!step) return { attempt, isMore: false }
  const before = attempt.steps[step.id] ?? untouched
  const { question } = report
  // A hint that is opened once the step is done was no help to it.
  const shown = before.shown || (report.shown && !(report.done && before.done))
  const isAnswer = question?.right !== undefined && !before.answered
  const after: StepAttempt = {
    done: before.done || report.done,
    own: before.own || (report.done && !shown),
    shown,
    settled: before.settled || (question?.settled ?? false),
    answered: before.answered || isAnswer,
    met: step.goals.filter((id) => before.met.includes(id) || report.met.includes(id)),
  }
  if (isSame(before, after)) return { attempt, isMore: false }
  return {
    attempt: { ...attempt, steps: { ...attempt.steps, [step.id]: after } },
    isMore: true,
    ...(isAnswer && { answer: { step, answer: question.first ?? [], right: question.right } }),
    ...(after.done && !before.done && { done: step }),
  }
}

const isSame = (a: StepAttempt, b: StepAttempt): boolean =>
  a.done === b.done &&
  a.own === b.own &&
  a.shown === b.shown &&
  a.settled === b.settled &&
  a.answered === b.answered &&
  a.met.length === b.met.length

/** The lesson is played anew: what was shown is behind, and a step can be done without help now. */
export const playedAnew = (attempt: Attempt): Attempt => ({
  ...attempt,
  steps: Object.fromEntries(
    Object.entries(attempt.steps).map(([id, step]) => [id, { ...step, shown: false }]),
  ),
})

export const withSent = (attempt: Attempt, sent: Sent): Attempt =>
  attempt.sent.includes(sent) ? attempt : { ...attempt, sent: [...attempt.sent, sent] }

/** The first step that is not done; undefined where all are. */
export const openStep = ({ steps }: LessonOutline, attempt: Attempt): StepOutline | undefined =>
  steps.find(({ id }) => !attempt.steps[id]?.done)

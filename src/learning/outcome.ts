import type { Attempt, StepAttempt } from './attempt.ts'
import type { LessonOutline, StepOutline } from './outline.ts'

/** What is reported of an attempt. */
export interface Outcome {
  /** Goals and questions that are done, of `parts`. */
  readonly done: number
  /** Those of them that were done without the last hint of their step. */
  readonly own: number
  /** Goals and questions that the lesson has. */
  readonly parts: number
  /** From 0 to 1: done of all. */
  readonly progress: number
  /** From 0 to 1: done without the last hint, of all. */
  readonly score: number
  /** Whether every step is done. */
  readonly isComplete: boolean
  /** `unknown` until all is done. Then `failed` where a mastery score is asked and not reached. */
  readonly success: 'unknown' | 'passed' | 'failed'
}

/** @param mastery From 0 to 1: the score that is asked; none by default. */
export function outcomeOf(outline: LessonOutline, attempt: Attempt, mastery?: number): Outcome {
  let [parts, done, own] = [0, 0, 0]
  for (const step of outline.steps) {
    const all = partsOf(step)
    const stands = attempt.steps[step.id]
    const some = stands ? doneOf(step, stands, all) : 0
    parts += all
    done += some
    if (stands && (stands.own || (!stands.done && !stands.shown))) own += some
  }
  const isComplete =
    outline.steps.length > 0 && outline.steps.every(({ id }) => attempt.steps[id]?.done)
  const score = share(own, parts)
  const success = !isComplete
    ? 'unknown'
    : mastery === undefined || score >= mastery
      ? 'passed'
      : 'failed'
  return {
    done,
    own,
    parts,
    progress: isComplete ? 1 : share(done, parts),
    score,
    isComplete,
    success,
  }
}

/** A step without goals and question is a part itself. */
const partsOf = ({ goals, question }: StepOutline): number =>
  Math.max(1, goals.length + (question ? 1 : 0))

function doneOf({ question }: StepOutline, stands: StepAttempt, all: number): number {
  if (stands.done) return all
  return stands.met.length + (question && stands.settled ? 1 : 0)
}

/** With four decimals at most, as LMSs compare and store it. */
const share = (some: number, all: number): number =>
  all === 0 ? 0 : Math.round((some / all) * 10_000) / 10_000

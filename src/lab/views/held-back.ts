import type { StepProgress } from '../../lessons/check.ts'
import { foretoldMails } from './foretold-mails.ts'
import type { Lesson, Step } from '../../lessons/lesson.ts'

/** A lesson under way, as far as it says what somebody is to guess. */
export interface GuessedAt {
  readonly lesson: { readonly world: Pick<Lesson['world'], 'mails'> }
  /** The step that is looked at; absent where there is no lesson. */
  readonly step?: Step | undefined
  progressOf?(step: string): StepProgress | undefined
}

const none: ReadonlySet<string> = new Set()

/** The ids of the mails whose end is not shown yet: a prediction about them waits for its answer. */
export function heldBackMails(work: GuessedAt): ReadonlySet<string> {
  const { step } = work
  if (!step?.card) return none
  const progress = work.progressOf?.(step.id)
  if (progress?.done || (progress?.card && progress.card.state !== 'open')) return none
  return foretoldMails(step.card, work.lesson.world.mails)
}

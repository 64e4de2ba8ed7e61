import type { GradeReport, GradedStep } from './report.ts'

/** What a row of a table says of a report. */
export interface GradeSummary {
  readonly file: string
  readonly name: string
  readonly lesson: string
  readonly variant: string
  readonly result: GradeReport['result']
  /** Of the steps. */
  readonly done: number
  readonly of: number
  readonly goalsMet: number
  readonly goals: number
  /** First answers that were right, of those that were given. */
  readonly right: number
  readonly answered: number
  readonly mistakes: number
  readonly attempts: number
  readonly minutes: number | undefined
  readonly pastes: number
  readonly hints: number
  /** Steps whose last hint was opened. */
  readonly shown: number
}

export function summaryOf({ file, name, lesson, result, work }: GradeReport): GradeSummary {
  const steps = work?.steps ?? []
  const goals = steps.flatMap((step) => step.goals)
  const cards = steps.flatMap(({ card }) => (card && card.first !== 'none' ? [card] : []))
  const count = (is: (step: GradedStep) => boolean) => steps.filter(is).length
  return {
    ...{ file, name, lesson: lesson?.slug ?? '', variant: lesson?.variant ?? '', result },
    ...{ done: count((step) => step.done), of: steps.length },
    ...{ goalsMet: goals.filter(({ met }) => met).length, goals: goals.length },
    ...{ right: cards.filter(({ first }) => first === 'right').length, answered: cards.length },
    mistakes: (work?.mistakes ?? []).reduce((sum, { times }) => sum + times, 0),
    ...{ attempts: work?.attempts ?? 0, minutes: work?.minutes },
    ...{ pastes: work?.pastes.length ?? 0, hints: work?.hints ?? 0 },
    shown: count((step) => step.wasShown),
  }
}

import type { Lesson, Progress } from '../../lab/types.ts'
import type { ReportMessage } from '../../lab/class/protocol.ts'
import type { KeptLog } from './kept-class.ts'

/** A report without its number. */
export type ReportBody = Omit<ReportMessage, 'kind' | 'number'>

/** The goals and cards of a lesson, a text a step: `1` met, `0` open. What was done once stays met. */
export const dotsOf = ({ steps }: Lesson, progress: Progress | undefined): readonly string[] =>
  steps.map((step) => {
    const found = progress?.steps.find(({ id }) => id === step.id)
    const dot = (isMet: boolean | undefined): string => (isMet || found?.done ? '1' : '0')
    const goals = step.goals.map(({ id }) =>
      dot(found?.goals.find(({ goal }) => goal.id === id)?.status.met),
    )
    return [...goals, ...(step.card ? [dot(found?.card?.state === 'settled')] : [])].join('')
  })

/** All that a page knows of how its learner gets on. */
export const reportOf = (
  lesson: Lesson,
  step: string | undefined,
  progress: Progress | undefined,
  { made, mistakes }: KeptLog,
): ReportBody => ({
  place: { slug: lesson.slug, ...(step !== undefined && { step }) },
  dots: dotsOf(lesson, progress),
  made,
  mistakes,
})

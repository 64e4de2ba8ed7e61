import type { Lesson, Progress } from '../../lab/types.ts'
import type { ReportMessage } from '../../lab/class/protocol.ts'
import type { KeptLog } from './kept-class.ts'

/** A report without its number. */
export type ReportBody = Omit<ReportMessage, 'kind' | 'number'>

/**
 * The goals and cards of a lesson, a text a step: `1` met, `0` open. What was done once stays met.
 * @param given How they stood at first: a goal that holds from the start, such as “the zone has no errors”,
 * counts once its step is done.
 */
export const dotsOf = (
  { steps }: Pick<Lesson, 'steps'>,
  progress: Progress | undefined,
  given: readonly string[] = [],
): readonly string[] =>
  steps.map((step, at) => {
    const found = progress?.steps.find(({ id }) => id === step.id)
    const dot = (isMet: boolean | undefined): string => (isMet || found?.done ? '1' : '0')
    const goals = step.goals.map(({ id }, index) =>
      dot(
        given[at]?.[index] !== '1' && found?.goals.find(({ goal }) => goal.id === id)?.status.met,
      ),
    )
    return [...goals, ...(step.card ? [dot(found?.card?.state === 'settled')] : [])].join('')
  })

/** All that a page knows of how its learner gets on. */
export const reportOf = (
  lesson: Lesson,
  step: string | undefined,
  progress: Progress | undefined,
  { made, mistakes, given }: KeptLog,
): ReportBody => ({
  place: { slug: lesson.slug, ...(step !== undefined && { step }) },
  dots: dotsOf(lesson, progress, given),
  made,
  mistakes,
})

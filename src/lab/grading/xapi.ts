import { byDefault, lacks, type Demand } from './demands.ts'
import type { GradeReport, GradedStep } from './report.ts'
import { activity, verb, type XapiResult, type XapiStatement } from './xapi-statement.ts'

/**
 * What reports say as statements: of each submission that is believed the lesson, the steps that are done, and the
 * questions that were answered. They have no ids: a store gives each its own.
 * @param site Where the playground is, with a slash at its end: names activities and learners.
 */
export const gradesAsXapi = (
  reports: readonly GradeReport[],
  site: string,
  demands: readonly Demand[] = byDefault,
): readonly XapiStatement[] => reports.flatMap((report) => statementsOf(report, site, demands))

function statementsOf(
  report: GradeReport,
  site: string,
  demands: readonly Demand[],
): readonly XapiStatement[] {
  const { lesson, work, result, name, began, made } = report
  const isBelieved = result === 'done' || result === 'open'
  if (!isBelieved || !lesson || !work || name.trim() === '' || made === undefined) return []
  const actor = {
    ...{ objectType: 'Agent' as const, name },
    account: { homePage: site, name: name.trim() },
  }
  const about = activity(`${site}lessons/${lesson.slug}/`, 'lesson', lesson.title)
  const whole: XapiStatement = {
    ...{ actor, object: about, timestamp: made },
    verb: result === 'done' ? verb('completed') : verb('attempted'),
    result: {
      ...{ completion: result === 'done', success: lacks(report, demands).length === 0 },
      ...scoreOf(work.steps),
      ...(work.minutes !== undefined && { duration: `PT${Math.round(work.minutes * 60)}S` }),
    },
  }
  const parts = work.steps.flatMap((step) => {
    const at = step.at === undefined || began === undefined ? made : after(began, step.at)
    return partsOf(step, about.id).map((part): XapiStatement => ({
      ...{ actor, ...part, timestamp: at },
      context: { contextActivities: { parent: [{ id: about.id }] } },
    }))
  })
  return [...parts, whole]
}

/** A step that is done, and its question where that was answered and its outcome is known. */
function partsOf(
  { id, title, done, card }: GradedStep,
  lesson: string,
): readonly Pick<XapiStatement, 'verb' | 'object' | 'result'>[] {
  const step = `${lesson}#${id}`
  const isKnown = card?.first === 'right' || card?.first === 'wrong'
  return [
    ...(done
      ? [
          {
            ...{ verb: verb('completed'), object: activity(step, 'objective', title) },
            result: { completion: true },
          },
        ]
      : []),
    ...(isKnown
      ? [
          {
            ...{ verb: verb('answered'), object: activity(`${step}/question`, 'question', title) },
            result: { success: card.first === 'right' },
          },
        ]
      : []),
  ]
}

/** Goals that are met of those that there are; a lesson without goals has its steps. */
function scoreOf(steps: readonly GradedStep[]): Pick<XapiResult, 'score'> {
  const goals = steps.flatMap((step) => step.goals)
  const all = goals.length > 0 ? goals.map(({ met }) => met) : steps.map(({ done }) => done)
  if (all.length === 0) return {}
  const raw = all.filter(Boolean).length
  return { score: { raw, min: 0, max: all.length, scaled: raw / all.length } }
}

const after = (began: string, at: number): string => new Date(Date.parse(began) + at).toISOString()

import { clip } from '../../core/text/clip.ts'
import { isObject } from '../../core/text/is-object.ts'
import {
  activity,
  verb,
  type VerbName,
  type XapiActivity,
  type XapiVerb,
} from '../../lab/grading/xapi-statement.ts'
import type { FirstAnswer } from '../attempt.ts'
import { isoDuration } from '../duration.ts'
import type { LessonOutline, StepOutline } from '../outline.ts'
import type { Outcome } from '../outcome.ts'
import type { Launch, LaunchData } from './launch.ts'

const CMI5 = 'https://w3id.org/xapi/cmi5/context/categories/cmi5'
const MOVE_ON = 'https://w3id.org/xapi/cmi5/context/categories/moveon'
const MASTERY = 'https://w3id.org/xapi/cmi5/context/extensions/masteryscore'

type Fields = Readonly<Record<string, unknown>>

/** A statement that is sent in a session of cmi5. */
export interface Cmi5Statement {
  /** A UUID (9.1). */
  readonly id: string
  readonly actor: Fields
  readonly verb: XapiVerb
  readonly object: XapiActivity
  readonly result?: Fields
  readonly context: Fields
  /** An ISO date, in UTC (9.7). */
  readonly timestamp: string
}

/** What all statements of a session have in common. */
export interface StatementBasis {
  readonly launch: Launch
  readonly data: LaunchData
  readonly outline: LessonOutline
  readonly language: string
}

/** Of one statement. */
export interface StatementMade {
  readonly id: string
  readonly at: Date
}

/** What happened, as cmi5 defines it (9.3). The time is that of the session, in milliseconds. */
export type Defined =
  | { readonly verb: 'initialized' }
  | { readonly verb: 'completed' | 'terminated'; readonly time: number }
  | { readonly verb: 'passed' | 'failed'; readonly time: number; readonly outcome: Outcome }

/** A statement that cmi5 defines: about the lesson, in its category, with the verdict where it has one. */
export function definedStatement(
  basis: StatementBasis,
  said: Defined,
  made: StatementMade,
): Cmi5Statement {
  const { launch, data, outline, language } = basis
  const isVerdict = said.verb === 'passed' || said.verb === 'failed'
  const moves = isVerdict || said.verb === 'completed'
  const { masteryScore } = data
  return {
    ...head(launch, said.verb, made),
    object: activity(launch.activityId, 'lesson', outline.title, language),
    ...(said.verb !== 'initialized' && { result: resultOf(said) }),
    context: contextOf(basis, {
      categories: moves ? [CMI5, MOVE_ON] : [CMI5],
      extensions: isVerdict && masteryScore !== undefined ? { [MASTERY]: masteryScore } : {},
    }),
  }
}

/** Score and success of a verdict, completion of what is complete, and the time of all that end something (9.5). */
function resultOf(said: Exclude<Defined, { readonly verb: 'initialized' }>): Fields {
  const duration = isoDuration(said.time)
  if (said.verb === 'terminated') return { duration }
  if (!('outcome' in said)) return { completion: true, duration }
  const { score, own, parts } = said.outcome
  return {
    success: said.verb === 'passed',
    score: { scaled: score, raw: own, min: 0, max: parts },
    duration,
  }
}

/** A step that is done: a statement that cmi5 allows, of the shape that `helo-world grade` writes. */
export const stepStatement = (
  basis: StatementBasis,
  step: StepOutline,
  made: StatementMade,
): Cmi5Statement => ({
  ...head(basis.launch, 'completed', made),
  object: activity(partId(basis, step), 'objective', step.title, basis.language),
  result: { completion: true },
  context: contextOf(basis, { parent: basis.launch.activityId }),
})

/** The first answer to a question, likewise. */
export const answerStatement = (
  basis: StatementBasis,
  { step, answer, right }: FirstAnswer,
  made: StatementMade,
): Cmi5Statement => ({
  ...head(basis.launch, 'answered', made),
  object: activity(`${partId(basis, step)}/question`, 'question', step.title, basis.language),
  result: { success: right, response: clip(answer.join('[,]'), 500) },
  context: contextOf(basis, { parent: basis.launch.activityId }),
})

const head = ({ actor }: Launch, name: VerbName, { id, at }: StatementMade) => ({
  ...{ id, actor, verb: verb(name), timestamp: at.toISOString() },
})

/** Parts of a lesson are named below the id that the LMS gave it. */
const partId = ({ launch }: StatementBasis, { id }: StepOutline): string =>
  `${launch.activityId}${launch.activityId.includes('#') ? '/' : '#'}${id}`

interface ContextMore {
  readonly categories?: readonly string[]
  readonly extensions?: Fields
  readonly parent?: string
}

/** The template of the LMS as it is, and what is added to its lists. */
function contextOf({ launch, data }: StatementBasis, more: ContextMore): Fields {
  const template = data.contextTemplate
  const activities = fieldsOf(template['contextActivities'])
  const added = (name: string, ids: readonly string[]) => {
    const given = activities[name]
    const list: readonly unknown[] = Array.isArray(given) ? given : given ? [given] : []
    const known = list.map((one) => fieldsOf(one)['id'])
    const fresh = ids.filter((id) => !known.includes(id)).map((id) => ({ id }))
    return fresh.length ? { [name]: [...list, ...fresh] } : {}
  }
  return {
    ...template,
    registration: launch.registration,
    contextActivities: {
      ...activities,
      ...added('category', more.categories ?? []),
      ...added('parent', more.parent === undefined ? [] : [more.parent]),
    },
    extensions: { ...more.extensions, ...fieldsOf(template['extensions']) },
  }
}

const fieldsOf = (value: unknown): Fields => (isObject(value) ? (value as Fields) : {})

import { clip } from '../core/text/clip.ts'
import type { FirstAnswer } from './attempt.ts'
import type { QuestionOutline } from './outline.ts'
import type { Element, ScormVersion } from './scorm.ts'

/** Characters that an answer may have: of SCORM 1.2, of SCORM 2004. */
const MOST = { scorm12: 255, scorm2004: 250 } as const

/** In SCORM 1.2 a choice is named by one of these. */
const SIGNS = '0123456789abcdefghijklmnopqrstuvwxyz'

export interface AnswerPlace {
  /** The number of the interaction, from 0. */
  readonly at: number
  readonly now: Date
  readonly language: string
}

/**
 * The first answer to a question as elements of the data model. The type comes before the answer, which it
 * decides the form of.
 * @param when Which interaction it is, when it was given, and in which language it was asked.
 */
export function answerElements(
  version: ScormVersion,
  { step, answer, right }: FirstAnswer,
  { at, now, language }: AnswerPlace,
): readonly Element[] {
  const { question } = step
  if (!question) return []
  const name = `cmi.interactions.${at}`
  const { type, text } = (version === 'scorm12' ? in12 : in2004)(question, answer)
  if (version === 'scorm12')
    return [
      [`${name}.id`, step.id],
      [`${name}.time`, timeOfDay(now)],
      [`${name}.type`, type],
      [`${name}.student_response`, text],
      [`${name}.result`, right ? 'correct' : 'wrong'],
    ]
  return [
    [`${name}.id`, step.id],
    [`${name}.type`, type],
    [`${name}.description`, clip(`{lang=${language}}${question.ask}`, MOST.scorm2004)],
    // A zone is named behind hundredths alone.
    [`${name}.timestamp`, `${now.toISOString().slice(0, 22)}Z`],
    [`${name}.learner_response`, text],
    [`${name}.result`, right ? 'correct' : 'incorrect'],
  ]
}

interface Answered {
  readonly type: string
  readonly text: string
}

function in12({ kind, choices }: QuestionOutline, answer: readonly string[]): Answered {
  const signs = answer.map((id) => SIGNS[choices.indexOf(id)])
  const isNamed = signs.every((sign) => sign !== undefined)
  if (kind === 'predict' && isNamed) return { type: 'choice', text: signs.join(',') }
  if (kind === 'order' && isNamed) return { type: 'sequencing', text: signs.join(',') }
  return {
    type: kind === 'sort' || kind === 'grid' ? 'performance' : 'fill-in',
    text: joined(answer, MOST.scorm12),
  }
}

function in2004({ kind }: QuestionOutline, answer: readonly string[]): Answered {
  if (kind === 'predict') return { type: 'choice', text: answer.join('[,]') }
  if (kind === 'order') return { type: 'sequencing', text: answer.join('[,]') }
  if (kind === 'sort' || kind === 'grid')
    return { type: 'matching', text: answer.map((pair) => pair.replace('=', '[.]')).join('[,]') }
  return { type: 'fill-in', text: joined(answer, MOST.scorm2004) }
}

/** Rows are whole lines of a session: as many of their characters as there is room for. */
const joined = (answer: readonly string[], most: number): string =>
  // eslint-disable-next-line no-control-regex
  clip(answer.map((row) => row.replace(/[\0-\x1f\x7f]+/g, ' ').trim()).join('; '), most)

const timeOfDay = (now: Date): string => now.toISOString().slice(11, 19)

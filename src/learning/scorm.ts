import type { Outcome } from './outcome.ts'
import { isoDuration, scorm12Span } from './duration.ts'

export type ScormVersion = 'scorm12' | 'scorm2004'

/** A value of the data model, by its name. */
export type Element = readonly [name: string, value: string]

/** What both versions have, under the names of each. */
export interface ScormNames {
  /** The object that is looked for in the windows around. */
  readonly api: string
  readonly calls: Readonly<
    Record<'initialize' | 'finish' | 'get' | 'set' | 'commit' | 'lastError', string>
  >
  readonly mode: string
  /** The score that is asked for, if the package or the system has set one. */
  readonly mastery: string
  readonly location: string
  readonly suspend: string
  readonly answers: string
}

export const scormNames: Readonly<Record<ScormVersion, ScormNames>> = {
  scorm12: {
    api: 'API',
    calls: {
      ...{ initialize: 'LMSInitialize', finish: 'LMSFinish', get: 'LMSGetValue' },
      ...{ set: 'LMSSetValue', commit: 'LMSCommit', lastError: 'LMSGetLastError' },
    },
    mode: 'cmi.core.lesson_mode',
    mastery: 'cmi.student_data.mastery_score',
    location: 'cmi.core.lesson_location',
    suspend: 'cmi.suspend_data',
    answers: 'cmi.interactions',
  },
  scorm2004: {
    api: 'API_1484_11',
    calls: {
      ...{ initialize: 'Initialize', finish: 'Terminate', get: 'GetValue' },
      ...{ set: 'SetValue', commit: 'Commit', lastError: 'GetLastError' },
    },
    mode: 'cmi.mode',
    mastery: 'cmi.scaled_passing_score',
    location: 'cmi.location',
    suspend: 'cmi.suspend_data',
    answers: 'cmi.interactions',
  },
}

/** @returns From 0 to 1; undefined where the text names no score. SCORM 1.2 counts to 100. */
export function masteryOf(version: ScormVersion, text: string): number | undefined {
  if (!/^-?\d{1,3}(?:\.\d{1,7})?$/.test(text.trim())) return undefined
  const score = Number(text) / (version === 'scorm12' ? 100 : 1)
  return score >= 0 && score <= 1 ? score : undefined
}

/**
 * How an attempt stands, as elements of the data model.
 * @param hasMastery Whether a score is asked for: then a system of SCORM 1.2 makes `failed` of any score below it,
 *   so it gets none before all is done.
 */
export function outcomeElements(
  version: ScormVersion,
  outcome: Outcome,
  hasMastery: boolean,
): readonly Element[] {
  const { isComplete, progress, score, success } = outcome
  const raw = String(Math.round(score * 100))
  if (version === 'scorm12')
    return [
      ...(isComplete || !hasMastery ? scoreElements('cmi.core.score', raw) : []),
      ['cmi.core.lesson_status', status12(outcome, hasMastery)],
    ]
  return [
    ['cmi.progress_measure', String(progress)],
    ['cmi.score.scaled', String(score)],
    ...scoreElements('cmi.score', raw),
    ['cmi.completion_status', isComplete ? 'completed' : 'incomplete'],
    ...(success === 'unknown' ? [] : [['cmi.success_status', success] as const]),
  ]
}

/** One word for both: that a score was reached is said where one is asked for. */
const status12 = ({ isComplete, success }: Outcome, hasMastery: boolean): string =>
  !isComplete ? 'incomplete' : hasMastery ? success : 'completed'

const scoreElements = (name: string, raw: string): readonly Element[] => [
  [`${name}.raw`, raw],
  [`${name}.min`, '0'],
  [`${name}.max`, '100'],
]

/** What is set before the end: the time, and that the learner comes back to what is there. */
export const leavingElements = (version: ScormVersion, milliseconds: number): readonly Element[] =>
  version === 'scorm12'
    ? [
        ['cmi.core.session_time', scorm12Span(milliseconds)],
        ['cmi.core.exit', 'suspend'],
      ]
    : [
        ['cmi.session_time', isoDuration(milliseconds)],
        ['cmi.exit', 'suspend'],
      ]

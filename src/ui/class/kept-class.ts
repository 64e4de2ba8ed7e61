import { isObject } from '../../core/text/is-object.ts'
import { isMistakes } from '../../lab/class/checks.ts'
import type { Mistake } from '../../lab/class/protocol.ts'
import { CLASS_KEY, classText } from './in-class.ts'

/** What a student's tab remembers until it is closed, so that a reload goes on. */
export interface KeptStudent {
  readonly role: 'student'
  readonly key: string
  /** The number of the place of the class that this tab went to last. */
  readonly went: number
  /** The step to open on the page that is on its way. */
  readonly step?: string
  /** Of the newest report. */
  readonly report: number
  readonly log?: KeptLog
  /** The lesson that is shown as a branch from the presenter's screen. */
  readonly branch?: string
}

/** How one lesson began, and mistakes in it. */
export interface KeptLog {
  readonly slug: string
  readonly made: number
  readonly mistakes: readonly Mistake[]
  /** What was counted already, by names of ours. */
  readonly seen: readonly string[]
  /** Its goals as they stood before anything was done, a text a step; undefined where work was there already. */
  readonly given?: readonly string[]
}

/** A tab of the teacher's. */
export interface KeptTeacher {
  readonly role: 'teacher'
  readonly secret: string
}

export type KeptClass = KeptStudent | KeptTeacher

/** The class of this tab; undefined where there is none, or what is stored is none. Never throws. */
export function readKept(text = classText()): KeptClass | undefined {
  try {
    const value: unknown = JSON.parse(text ?? '')
    return isKept(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** Stores it for this tab; where that is blocked it holds for the page. */
export function storeKept(kept: KeptClass | undefined): void {
  try {
    if (kept) sessionStorage.setItem(CLASS_KEY, JSON.stringify(kept))
    else sessionStorage.removeItem(CLASS_KEY)
  } catch {
    // The page has it all the same.
  }
}

function isKept(value: unknown): value is KeptClass {
  if (!isObject(value)) return false
  const { role, key, secret, went, report, step, log, branch } = value
  if (role === 'teacher') return typeof secret === 'string'
  return (
    role === 'student' &&
    typeof key === 'string' &&
    Number.isSafeInteger(went) &&
    Number.isSafeInteger(report) &&
    (step === undefined || typeof step === 'string') &&
    (branch === undefined || typeof branch === 'string') &&
    (log === undefined || isLog(log))
  )
}

const isLog = (log: unknown): boolean =>
  isObject(log) &&
  typeof log['slug'] === 'string' &&
  Number.isSafeInteger(log['made']) &&
  isMistakes(log['mistakes']) &&
  isTexts(log['seen']) &&
  (log['given'] === undefined || isTexts(log['given']))

const isTexts = (value: unknown): boolean =>
  Array.isArray(value) && value.every((one) => typeof one === 'string')

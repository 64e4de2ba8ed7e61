import { isObject } from '../../core/text/is-object.ts'
import type { LabInput } from '../lab.ts'

/**
 * How a play came about, as its learner's page noted it beside the journal. A replay cannot prove any of it:
 * it is what the page and its clock say.
 */
export interface PlayTrack {
  /** When the first input was made, as an ISO date. */
  readonly began: string
  /** Of each input of the journal: when it began and ended, in milliseconds since `began`; null where the page did not see it made. */
  readonly times: readonly InputTime[]
  readonly pastes: readonly Paste[]
  /** How many steps of a ladder of hints were opened, by the id of the lesson's step. */
  readonly hints: Readonly<Record<string, number>>
  /** How often each mistake was seen, by the hint that answers it. */
  readonly mistakes: Readonly<Record<string, number>>
  /** Ids of the steps that were done. */
  readonly done: readonly string[]
}

export type InputTime = readonly [from: number, to: number] | null

/** A text that was pasted or dropped, and did not come from the page itself. */
export interface Paste {
  /** Of the input that it became, in the journal. */
  readonly input: number
  /** In milliseconds since the play began. */
  readonly at: number
  /** Characters of it. */
  readonly size: number
  /** Its beginning. */
  readonly text: string
}

/** Limits of ours. */
export const trackLimits = {
  /** Pastes that are noted; what comes later counts no more. */
  pastes: 100,
  /** Characters of a paste that are kept. */
  text: 200,
  /** Names of steps and hints, and of their counts. */
  names: 200,
  /** Milliseconds that a play may take: a year. */
  time: 366 * 86_400_000,
}

/** Whether a value has the shape of a track; whether it fits its journal is asked by who grades. */
export function isTrack(value: unknown): value is PlayTrack {
  if (!isObject(value)) return false
  const { began, times, pastes, hints, mistakes, done } = value
  return (
    typeof began === 'string' &&
    !Number.isNaN(Date.parse(began)) &&
    Array.isArray(times) &&
    times.every(isInputTime) &&
    Array.isArray(pastes) &&
    pastes.length <= trackLimits.pastes &&
    pastes.every(isPaste) &&
    isCounts(hints) &&
    isCounts(mistakes) &&
    isNames(done)
  )
}

const isInputTime = (value: unknown): boolean =>
  value === null || (Array.isArray(value) && value.length === 2 && value.every(isTime))

const isTime = (value: unknown): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= trackLimits.time

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0

function isPaste(value: unknown): boolean {
  if (!isObject(value)) return false
  const { input, at, size, text } = value
  return (
    isCount(input) &&
    isTime(at) &&
    isCount(size) &&
    typeof text === 'string' &&
    text.length <= trackLimits.text
  )
}

const isCounts = (value: unknown): boolean =>
  isObject(value) &&
  Object.keys(value).length <= trackLimits.names &&
  Object.entries(value).every(([name, count]) => name.length <= 80 && isCount(count))

const isNames = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.length <= trackLimits.names &&
  value.every((name) => typeof name === 'string' && name.length <= 80)

/** Whether an input has a text in it: the first of its lines that is not empty. */
export function inputHolds(input: LabInput, text: string): boolean {
  const [line] = text.split(/\r\n?|\n/).filter((one) => one.trim() !== '')
  return (
    line !== undefined && JSON.stringify(input).includes(JSON.stringify(line.trim()).slice(1, -1))
  )
}

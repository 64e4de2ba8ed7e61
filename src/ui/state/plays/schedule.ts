import { dueAfter } from '../due.ts'
import type { Missed, Play } from './play-log.ts'

type Timed = Pick<Play, 'at' | 'missed'>

/**
 * When a lesson comes back, in milliseconds: 1 day after it was played to its end, then 3, 7 and 21 days
 * after each review. Who misses something begins again with one day; who plays it before it is due
 * changes nothing. Undefined where it was never played, and after four reviews.
 */
export function dueAt(plays: readonly Timed[]): number | undefined {
  let stage = 0
  let since: number | undefined
  for (const { at, missed } of plays) {
    const now = Date.parse(at)
    if (since === undefined || missed.length > 0) [stage, since] = [0, now]
    else if (now >= (dueAfter(since, stage) ?? Infinity)) [stage, since] = [stage + 1, now]
  }
  return since === undefined ? undefined : dueAfter(since, stage)
}

/** What the last play missed: the next one without it makes it good. */
export const missedNow = (plays: readonly Timed[]): readonly Missed[] => plays.at(-1)?.missed ?? []

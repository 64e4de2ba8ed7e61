import { countsForMastery, type Play } from './play-log.ts'

const DAY = 86_400_000

/** How many variants show that a lesson is mastered; fewer where it has fewer. */
const NEEDED = 2

export interface Mastery {
  /** When it was mastered, as an ISO date. */
  readonly since?: string
  /** Variants that were done without help when they were seen for the first time. */
  readonly have: number
  /** How many of those it takes; 0 where the lesson has no variants, and cannot be mastered. */
  readonly need: number
  /** Whether one of them was done a day or more after the lesson. */
  readonly late: boolean
}

/**
 * Whether a lesson is mastered: two variants, each seen for the first time and done without a hint, one
 * of them a day or more after the lesson was first done.
 * @param variants How many the lesson has, those by seed among them: each shows as much as one of its own.
 */
export function masteryOf(plays: readonly Play[], variants: number): Mastery {
  const need = Math.min(NEEDED, variants)
  const first = Date.parse(plays[0]?.at ?? '')
  const counted = plays.filter(countsForMastery)
  const late = counted.find(({ at }) => Date.parse(at) - first >= DAY)
  const state = { have: counted.length, need, late: late !== undefined }
  if (need === 0 || counted.length < need || !late) return state
  // Whichever came last: the variant that was late, or the last of those it takes.
  const since = [late.at, counted[need - 1]!.at].toSorted().at(-1)!
  return { ...state, since }
}

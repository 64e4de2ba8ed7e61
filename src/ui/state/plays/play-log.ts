import { isObject } from '../../../core/text/is-object.ts'
import { keyOf, type BrowserStorage } from '../storage.ts'

/** What was missed in a play of a lesson, and comes back for that reason. */
export interface Missed {
  /** `predicted`: otherwise than it came; `shown`: the line itself; `mistake`: the same one often. */
  readonly kind: 'predicted' | 'shown' | 'mistake'
  /** Of the step, or of the hint that answers the mistake. */
  readonly id: string
  /** The step's title, or what the hint says. */
  readonly text: string
}

/** One play of a lesson to its end. */
export interface Play {
  /** The variant that was played; the lesson itself if absent. */
  readonly variant?: string
  /** Of the lesson that it was done in. */
  readonly edition: number
  /** When every step was done, as an ISO date. */
  readonly at: string
  /** How many hints were opened. */
  readonly hints: number
  /** Whether it was the first time that this variant was seen. */
  readonly unseen: boolean
  readonly missed: readonly Missed[]
  /** What was done, packed; absent where there was no room for it. */
  readonly journal?: string
  /** When it was done and what was pasted, as `isTrack` reads it; absent where there was no room, or it was not noted. */
  readonly track?: unknown
}

/** The play that is under way. */
export interface CurrentPlay {
  readonly variant?: string
  readonly unseen: boolean
  /** Whether it is among the plays already. */
  readonly done: boolean
  /** How often each mistake was made, by the hint that answers it. */
  readonly mistakes: Readonly<Record<string, number>>
}

/** How a lesson was played so far. It is beside the work, so a fresh start leaves it as it is. */
export interface PlayLog {
  readonly v: 1
  /** The variants that were begun. */
  readonly seen: readonly string[]
  /** Oldest first. */
  readonly plays: readonly Play[]
  readonly current?: CurrentPlay
}

export const nothingPlayed: PlayLog = { v: 1, seen: [], plays: [] }

/** Plays that are kept of a lesson. */
const MOST_PLAYS = 8

/** The log with one more play: the oldest go, but the first and what counts for mastery stay. */
export function addPlay(plays: readonly Play[], play: Play): readonly Play[] {
  const all = [...plays, play]
  if (all.length <= MOST_PLAYS) return all
  const oldest = all.findIndex((one, at) => at > 0 && !countsForMastery(one))
  return all.toSpliced(oldest < 0 ? 1 : oldest, 1)
}

/** A variant that was seen for the first time, and done without a hint. */
export const countsForMastery = ({ variant, unseen, hints }: Play): boolean =>
  variant !== undefined && unseen && hints === 0

export const playsKeyOf = (slug: string): string => `${keyOf(slug)}/plays`

/** Reads what was stored. Never throws: what cannot be understood is left out. */
export function readPlayLog(text: string | null): PlayLog {
  const value = text === null ? undefined : parseJson(text)
  if (!isObject(value) || value['v'] !== 1) return nothingPlayed
  const { seen, plays, current } = value
  return {
    v: 1,
    seen: Array.isArray(seen) ? seen.filter((one) => typeof one === 'string') : [],
    plays: Array.isArray(plays) ? plays.filter(isPlay) : [],
    ...(isCurrent(current) && { current }),
  }
}

/** @param storage May be missing or throw, as the browser's does where it is blocked. */
export function loadPlayLog(slug: string, storage: () => BrowserStorage): PlayLog {
  try {
    return readPlayLog(storage().getItem(playsKeyOf(slug)))
  } catch {
    return nothingPlayed
  }
}

/** Stores a log; where there is no room for the journals, what they came to. */
export function storePlayLog(slug: string, log: PlayLog, storage: () => BrowserStorage): void {
  const lean = { ...log, plays: log.plays.map(({ journal: _, track: _t, ...play }) => play) }
  for (const one of [log, lean])
    try {
      storage().setItem(playsKeyOf(slug), JSON.stringify(one))
      return
    } catch {
      // The work itself says that nothing is kept.
    }
}

const isDate = (value: unknown): boolean =>
  typeof value === 'string' && !Number.isNaN(Date.parse(value))

function isPlay(value: unknown): value is Play {
  if (!isObject(value)) return false
  const { variant, edition, at, hints, unseen, missed, journal } = value
  return (
    isTextOrNone(variant) &&
    isTextOrNone(journal) &&
    isDate(at) &&
    [edition, hints].every((one) => typeof one === 'number') &&
    typeof unseen === 'boolean' &&
    Array.isArray(missed) &&
    missed.every(isMissed)
  )
}

const isMissed = (value: unknown): value is Missed =>
  isObject(value) &&
  ['predicted', 'shown', 'mistake'].includes(String(value['kind'])) &&
  typeof value['id'] === 'string' &&
  typeof value['text'] === 'string'

function isCurrent(value: unknown): value is CurrentPlay {
  if (!isObject(value)) return false
  const { variant, unseen, done, mistakes } = value
  return (
    isTextOrNone(variant) &&
    typeof unseen === 'boolean' &&
    typeof done === 'boolean' &&
    isObject(mistakes) &&
    Object.values(mistakes).every((count) => typeof count === 'number')
  )
}

const isTextOrNone = (value: unknown): boolean => value === undefined || typeof value === 'string'

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

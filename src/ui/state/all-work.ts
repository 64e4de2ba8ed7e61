import { isObject } from '../../core/text/is-object.ts'
import { playsKeyOf, readPlayLog, type Play, type PlayLog } from './plays/play-log.ts'
import { readSaved, sameWork, type Saved } from './saved.ts'
import { keyOf, openStorage, type BrowserStorage } from './storage.ts'

/** The work on one lesson, and how it was played. */
export interface LessonWork {
  readonly saved: Saved
  readonly plays: PlayLog
}

/** A learner's work on all lessons, by slug; the sandbox's too. */
export type AllWork = Readonly<Record<string, LessonWork>>

export type WorkFileRead =
  | { readonly ok: true; readonly work: AllWork }
  | { readonly ok: false; readonly fault: 'large' | 'none' | 'newer' }

export interface Merged {
  /** Lessons whose work came in. */
  readonly taken: number
  /** Lessons that are further along here, and stay as they are. */
  readonly kept: number
  /** Whether there was room for all of it. */
  readonly isWhole: boolean
}

/** Characters that a file may have: browsers store less. A limit of ours. */
const MAX_FILE = 16 * 1024 * 1024

const SLUG = /^helo-world\/lesson\/([a-z0-9-]+)$/

/** Reads all work that is stored. @param keys Of the storage. */
export function collectWork(keys: readonly string[], browser: BrowserStorage): AllWork {
  const storage = openStorage(() => browser)
  const found = keys.flatMap((key): [string, LessonWork][] => {
    const [, slug] = SLUG.exec(key) ?? []
    const read = slug === undefined ? undefined : storage.read(slug)
    if (slug === undefined || read?.kind !== 'saved') return []
    return [[slug, { saved: read.saved, plays: readPlayLog(browser.getItem(playsKeyOf(slug))) }]]
  })
  return Object.fromEntries(found)
}

/** All work as the text of a file. @param now In milliseconds. */
export const writeWorkFile = (work: AllWork, now: number): string =>
  JSON.stringify({ kind: 'helo-world/work', v: 1, made: new Date(now).toISOString(), work })

/** Reads what `writeWorkFile` wrote; work that cannot be read is left out. Never throws. */
export function readWorkFile(text: string): WorkFileRead {
  if (text.length > MAX_FILE) return { ok: false, fault: 'large' }
  const value = parseJson(text)
  if (!isObject(value) || value['kind'] !== 'helo-world/work') return { ok: false, fault: 'none' }
  if (value['v'] !== 1) return { ok: false, fault: 'newer' }
  if (!isObject(value['work'])) return { ok: false, fault: 'none' }
  const found = Object.entries(value['work']).flatMap(([slug, one]): [string, LessonWork][] => {
    if (!SLUG.test(keyOf(slug)) || !isObject(one)) return []
    const read = readSaved(JSON.stringify(one['saved']) ?? null)
    const plays = readPlayLog(JSON.stringify(one['plays']) ?? null)
    return read.kind === 'saved' ? [[slug, { saved: read.saved, plays }]] : []
  })
  return { ok: true, work: Object.fromEntries(found) }
}

/**
 * Puts work from elsewhere beside what is here. Of each lesson the work that is further along stays; the
 * plays of both are joined. Work that gives way is kept, and its lesson offers it.
 */
export function mergeWork(theirs: AllWork, browser: BrowserStorage): Merged {
  const storage = openStorage(() => browser)
  let [taken, kept, isWhole] = [0, 0, true]
  for (const [slug, { saved, plays }] of Object.entries(theirs)) {
    const read = storage.read(slug)
    const own = read.kind === 'saved' ? read.saved : undefined
    const joined = joinLogs(readPlayLog(browser.getItem(playsKeyOf(slug))), plays)
    isWhole = put(browser, playsKeyOf(slug), JSON.stringify(joined)) && isWhole
    // A later version's work must not be overwritten with less.
    const stays = read.kind === 'newer' || (own && !isFurther(saved, own))
    if (own && sameWork(own, saved)) continue
    if (stays) {
      kept++
      continue
    }
    if (own) storage.writeBackup(slug, own)
    if (storage.write(slug, saved)) isWhole = false
    else taken++
  }
  return { taken, kept, isWhole }
}

const isFurther = (a: Saved, b: Saved): boolean => {
  const [left, right] = [rank(a), rank(b)]
  const at = left.findIndex((value, index) => value !== right[index])
  return at >= 0 && left[at]! > right[at]!
}

const rank = ({ doneAt, reviewed = 0, progress }: Saved): readonly number[] => [
  Number(doneAt !== undefined || progress.done),
  reviewed,
  progress.met,
]

function joinLogs(own: PlayLog, theirs: PlayLog): PlayLog {
  const byTime = new Map<string, Play>()
  for (const play of [...theirs.plays, ...own.plays])
    byTime.set(`${play.at} ${play.variant ?? ''}`, play)
  return {
    ...own,
    seen: [...new Set([...own.seen, ...theirs.seen])],
    plays: [...byTime.values()].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)),
  }
}

function put(browser: BrowserStorage, key: string, text: string): boolean {
  try {
    browser.setItem(key, text)
    return true
  } catch {
    return false
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

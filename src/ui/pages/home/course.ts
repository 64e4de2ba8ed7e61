import { isDue } from '../../state/due.ts'
import { masteryOf } from '../../state/plays/mastery.ts'
import type { Missed, PlayLog } from '../../state/plays/play-log.ts'
import { dueAt, missedNow } from '../../state/plays/schedule.ts'
import type { Saved } from '../../state/saved.ts'

/** A lesson as a page names it. */
export interface ListedLesson {
  readonly slug: string
  /** About how long it takes. */
  readonly minutes: number
  /** How many variants it has, those by seed among them. */
  readonly variants: number
}

/**
 * How a lesson stands; `untouched` where nothing was done in it, `shown` where every step is done, but
 * one of them by the line itself.
 */
export type LessonStatus = 'untouched' | 'begun' | 'shown' | 'done' | 'due'

export interface CourseLesson<Listed> {
  readonly listed: Listed
  readonly status: LessonStatus
  readonly saved: Saved | undefined
  readonly missed: readonly Missed[]
  readonly isMastered: boolean
}

/** The course as one learner has come along in it. */
export interface Course<Listed> {
  readonly lessons: readonly CourseLesson<Listed>[]
  /** How many are done, the due ones too. */
  readonly done: number
  /** What was missed comes first. */
  readonly due: readonly CourseLesson<Listed>[]
  /** Where to go on: the first lesson that was begun, or else the first untouched one; on the path first. */
  readonly next: CourseLesson<Listed> | undefined
  /** Whether anything was begun at all. */
  readonly isBegun: boolean
  /** Of the chosen path, if there is one. */
  readonly path: PathProgress | undefined
}

export interface PathProgress {
  readonly slugs: readonly string[]
  readonly done: number
  /** About how long the lessons take that are not done. */
  readonly minutes: number
}

/** What was stored of the learner's work. */
export interface Stored {
  savedOf(slug: string): Saved | undefined
  playsOf(slug: string): PlayLog
  /** The slugs of the chosen path, in order. */
  readonly path?: readonly string[]
}

/**
 * Reads how far a learner has come.
 * @param listed The lessons in order.
 * @param today The end of today, in milliseconds.
 */
export function courseOf<Listed extends ListedLesson>(
  listed: readonly Listed[],
  stored: Stored,
  today: number,
): Course<Listed> {
  const lessons = listed.map((one) => lessonOf(one, stored, today))
  const { path } = stored
  const onPath = (path ?? []).flatMap(
    (slug) => lessons.find((one) => one.listed.slug === slug) ?? [],
  )
  const due = lessons.filter(({ status }) => status === 'due')
  return {
    ...{ lessons, done: lessons.filter(isDone).length },
    due: due.toSorted((a, b) => Number(b.missed.length > 0) - Number(a.missed.length > 0)),
    next: openIn(onPath) ?? openIn(lessons),
    isBegun: lessons.some(({ status }) => status !== 'untouched'),
    path: path && { slugs: path, ...pathProgress(onPath) },
  }
}

const pathProgress = (onPath: readonly CourseLesson<ListedLesson>[]) => ({
  done: onPath.filter(isDone).length,
  minutes: onPath.reduce((sum, one) => sum + (isDone(one) ? 0 : restOf(one).minutes), 0),
})

const openIn = <Listed>(lessons: readonly CourseLesson<Listed>[]) =>
  lessons.find(({ status }) => status === 'begun') ??
  lessons.find(({ status }) => status === 'untouched')

/** Whether every step of it was done without the line itself. */
export const isDone = ({ status, saved }: CourseLesson<unknown>): boolean =>
  status === 'done' ||
  (status === 'due' && (saved?.doneAt !== undefined || saved?.progress.done === true))

function lessonOf<Listed extends ListedLesson>(
  listed: Listed,
  { savedOf, playsOf }: Stored,
  today: number,
): CourseLesson<Listed> {
  const saved = savedOf(listed.slug)
  const { plays } = playsOf(listed.slug)
  return {
    ...{ listed, saved, status: statusOf(saved, dueAt(plays), today) },
    missed: missedNow(plays),
    isMastered: masteryOf(plays, listed.variants).since !== undefined,
  }
}

/** @param due By the log of plays; work of before there was one has dates of its own. */
function statusOf(saved: Saved | undefined, due: number | undefined, today: number): LessonStatus {
  if (!saved) return 'untouched'
  const { progress, doneAt, journal } = saved
  const isAll = progress.of > 0 && progress.met >= progress.of
  const wasDone = progress.done || doneAt !== undefined
  if (!isAll && !wasDone) return progress.met > 0 || journal.length > 0 ? 'begun' : 'untouched'
  if (due === undefined ? isDue(saved, today) : due <= today) return 'due'
  return wasDone ? 'done' : 'shown'
}

/** The step that is open, counted from 1, and about how many minutes are left. */
export function restOf({ listed, saved }: CourseLesson<ListedLesson>): {
  readonly step: number
  readonly of: number
  readonly minutes: number
} {
  const { met = 0, of = 0 } = saved?.progress ?? {}
  const share = of > 0 ? (of - met) / of : 1
  return {
    step: Math.min(met + 1, of),
    of,
    minutes: Math.max(1, Math.round(listed.minutes * share)),
  }
}

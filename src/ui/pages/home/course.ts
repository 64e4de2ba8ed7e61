import { isDue } from '../../state/due.ts'
import type { Saved } from '../../state/saved.ts'

/** A lesson as the page names it. */
export interface ListedLesson {
  readonly slug: string
  /** About how long it takes. */
  readonly minutes: number
}

/** How a lesson stands; `untouched` where nothing was done in it. */
export type LessonStatus = 'untouched' | 'begun' | 'done' | 'due'

export interface CourseLesson<Listed> {
  readonly listed: Listed
  readonly status: LessonStatus
  readonly saved: Saved | undefined
}

/** The course as one learner has come along in it. */
export interface Course<Listed> {
  readonly lessons: readonly CourseLesson<Listed>[]
  /** How many are done, the due ones too. */
  readonly done: number
  readonly due: readonly CourseLesson<Listed>[]
  /** Where to go on: the first lesson that was begun, or else the first untouched one. */
  readonly next: CourseLesson<Listed> | undefined
  /** Whether anything was begun at all. */
  readonly isBegun: boolean
}

/**
 * Reads how far a learner has come.
 * @param listed The lessons in order.
 * @param savedOf What was stored of a lesson, if anything.
 * @param today The end of today, in milliseconds.
 */
export function courseOf<Listed extends ListedLesson>(
  listed: readonly Listed[],
  savedOf: (slug: string) => Saved | undefined,
  today: number,
): Course<Listed> {
  const lessons = listed.map((one) => {
    const saved = savedOf(one.slug)
    return { listed: one, saved, status: statusOf(saved, today) }
  })
  const having = (status: LessonStatus) => lessons.filter((one) => one.status === status)
  const due = having('due')
  return {
    ...{ lessons, due, done: having('done').length + due.length },
    next: having('begun')[0] ?? having('untouched')[0],
    isBegun: lessons.some(({ status }) => status !== 'untouched'),
  }
}

function statusOf(saved: Saved | undefined, today: number): LessonStatus {
  if (!saved) return 'untouched'
  if (isDue(saved, today)) return 'due'
  if (saved.progress.done || saved.doneAt !== undefined) return 'done'
  return saved.progress.met > 0 || saved.journal.length > 0 ? 'begun' : 'untouched'
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

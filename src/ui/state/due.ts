import type { DoneRecord } from './done-record.ts'

/** Days from one time to the next: what was recalled lasts longer each time. */
const GAPS = [1, 3, 7, 21]
const DAY = 86_400_000

/**
 * Whether a lesson is due for review: 1 day after it was done, then 3, 7 and 21 days after the review
 * before. After four reviews it rests.
 * @param doneAt When it was done last, as an ISO date.
 * @param reviewed Reviews that were done.
 * @param now In milliseconds; the end of today, for what is due today.
 */
export function dueFor(doneAt: string, reviewed: number, now: number): boolean {
  const due = dueAfter(Date.parse(doneAt), reviewed)
  return due !== undefined && now >= due
}

/** When it is due in milliseconds, so many reviews after it was done; undefined after four. */
export function dueAfter(done: number, reviewed: number): number | undefined {
  const gap = GAPS[reviewed]
  return gap === undefined ? undefined : done + gap * DAY
}

/** The same of a record; what was never done is not due. */
export const isDue = ({ doneAt, reviewed = 0, reviewedAt = doneAt }: DoneRecord, now: number) =>
  reviewedAt !== undefined && dueFor(reviewedAt, reviewed, now)

import { expect, test } from 'vitest'
import { nothingDone, type Saved } from '../../state/saved.ts'
import { courseOf, restOf } from './course.ts'

const listed = ['a', 'b', 'c'].map((slug) => ({ slug, minutes: 10 }))
const today = Date.parse('2026-06-02T00:00:00Z')

const done: Saved = { ...nothingDone, progress: { met: 5, of: 5, done: true } }
const begun: Saved = { ...nothingDone, progress: { met: 2, of: 5, done: false } }
const doneLongAgo: Saved = { ...done, doneAt: '2026-05-01T00:00:00.000Z' }
const restarted: Saved = { ...begun, doneAt: '2026-06-01T12:00:00.000Z' }

const courseWith = (work: Readonly<Record<string, Saved>>) =>
  courseOf(listed, (slug) => work[slug], today)

test.each([
  ['nothing', {}, ['untouched', 'untouched', 'untouched'], 'a'],
  ['a look at a lesson', { a: nothingDone }, ['untouched', 'untouched', 'untouched'], 'a'],
  ['one done', { a: done }, ['done', 'untouched', 'untouched'], 'b'],
  ['a later one begun', { c: begun }, ['untouched', 'untouched', 'begun'], 'c'],
  ['one due', { a: doneLongAgo }, ['due', 'untouched', 'untouched'], 'b'],
  ['one started over', { a: restarted }, ['done', 'untouched', 'untouched'], 'b'],
  ['all done', { a: done, b: done, c: doneLongAgo }, ['done', 'done', 'due'], undefined],
])('after %s', (_, work, statuses, next) => {
  const course = courseWith(work)
  expect(course.lessons.map(({ status }) => status)).toEqual(statuses)
  expect(course.next?.listed.slug).toBe(next)
})

test('what is due counts as done', () =>
  expect(courseWith({ a: done, b: doneLongAgo })).toMatchObject({ done: 2, isBegun: true }))

test('the open step and the minutes left follow from the steps that are done', () => {
  const [first, second] = courseWith({ a: begun }).lessons
  expect(restOf(first!)).toEqual({ step: 3, of: 5, minutes: 6 })
  expect(restOf(second!)).toEqual({ step: 0, of: 0, minutes: 10 })
})

import { expect, test } from 'vitest'
import { nothingDone, type Saved } from '../../state/saved.ts'
import { nothingPlayed, type Play } from '../../state/plays/play-log.ts'
import { courseOf, restOf } from './course.ts'

const listed = ['a', 'b', 'c'].map((slug) => ({ slug, minutes: 10, variants: 1 }))
const today = Date.parse('2026-06-02T00:00:00Z')

const done: Saved = { ...nothingDone, progress: { met: 5, of: 5, done: true } }
const begun: Saved = { ...nothingDone, progress: { met: 2, of: 5, done: false } }
const doneLongAgo: Saved = { ...done, doneAt: '2026-05-01T00:00:00.000Z' }
const restarted: Saved = { ...begun, doneAt: '2026-06-01T12:00:00.000Z' }

const courseWith = (
  work: Readonly<Record<string, Saved>>,
  { path, plays = {} }: { path?: readonly string[]; plays?: Record<string, readonly Play[]> } = {},
) =>
  courseOf(
    listed,
    {
      savedOf: (slug) => work[slug],
      playsOf: (slug) => ({ ...nothingPlayed, plays: plays[slug] ?? [] }),
      ...(path && { path }),
    },
    today,
  )

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

const played = (at: string, more: Partial<Play> = {}): Play => ({
  ...{ edition: 1, at, hints: 0, unseen: true, missed: [], ...more },
})
const miss = { kind: 'shown', id: 's', text: 'S' } as const

test('on a path the next lesson is its own, in its own order', () => {
  const path = ['c', 'a']
  expect(courseWith({}, { path }).next?.listed.slug).toBe('c')
  expect(courseWith({ b: begun, c: done }, { path }).next?.listed.slug).toBe('a')
  expect(courseWith({ a: done, c: done }, { path }).next?.listed.slug).toBe('b')
})

test('a path is so far, and takes so long yet', () =>
  expect(courseWith({ c: done, a: begun }, { path: ['c', 'a'] }).path).toEqual({
    ...{ slugs: ['c', 'a'], done: 1, minutes: 6 },
  }))

test('the plays say what is due; what was missed comes first', () => {
  const plays = {
    a: [played('2026-05-01T00:00:00Z')],
    b: [played('2026-05-01T00:00:00Z', { missed: [miss] })],
    c: [played('2026-05-01T00:00:00Z'), played('2026-06-01T00:00:00Z')],
  }
  const course = courseWith({ a: done, b: done, c: doneLongAgo }, { plays })
  expect(course.lessons.map(({ status }) => status)).toEqual(['due', 'due', 'done'])
  expect(course.due.map(({ listed }) => listed.slug)).toEqual(['b', 'a'])
})

test('a lesson with a line that was shown is no longer begun, and not done either', () => {
  const shown: Saved = { ...nothingDone, progress: { met: 5, of: 5, done: false } }
  const plays = { a: [played('2026-06-01T20:00:00Z', { missed: [miss] })] }
  const course = courseWith({ a: shown }, { plays })
  expect(course.lessons[0]).toMatchObject({ status: 'shown', missed: [miss] })
  expect(course).toMatchObject({ done: 0, next: { listed: { slug: 'b' } } })
})

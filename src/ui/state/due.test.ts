import { expect, test } from 'vitest'
import { recordDone, recordOf } from './done-record.ts'
import { dueFor, isDue } from './due.ts'

const done = '2026-06-01T08:00:00.000Z'
const at = (days: number, hours = 0) => Date.parse(done) + days * 86_400_000 + hours * 3_600_000

test.each([
  [0, 'at once', at(0), false],
  [0, 'an hour before a day', at(1, -1), false],
  [0, 'a day later', at(1), true],
  [0, 'months later', at(100), true],
  [1, 'a day after the first review', at(1), false],
  [1, 'three days after it', at(3), true],
  [2, 'three days after the second', at(3), false],
  [2, 'seven days after it', at(7), true],
  [3, 'seven days after the third', at(7), false],
  [3, 'three weeks after it', at(21), true],
  [4, 'ever after the fourth', at(1000), false],
])('%i reviews done, %s', (reviewed, _, now, due) => expect(dueFor(done, reviewed, now)).toBe(due))

test('a date that cannot be read is never due', () =>
  expect(dueFor('yesterday', 0, at(9))).toBe(false))

test('a review is counted from the one before it', () => {
  const first = recordDone({}, at(0))
  expect(first).toEqual({ doneAt: done })
  const late = recordDone(first, at(30))
  expect(late).toEqual({ doneAt: done, reviewed: 1, reviewedAt: new Date(at(30)).toISOString() })
  expect([isDue({}, at(9)), isDue(first, at(2)), isDue(late, at(31)), isDue(late, at(33))]).toEqual(
    [false, true, false, true],
  )
})

test('of a stored record only dates and counts are read', () => {
  const record = { doneAt: done, reviewed: 2, reviewedAt: done }
  expect(recordOf(record)).toEqual(record)
  expect(recordOf({ doneAt: 'soon', reviewed: -1, reviewedAt: 7 })).toEqual({})
})

import { expect, test } from 'vitest'
import { shortSpan, worldClock } from './spans.ts'

test.each([
  [0, '0 s'],
  [999, '1 s'],
  [59_400, '59 s'],
  [59_600, '1 min'],
  [30 * 60_000, '30 min'],
  [90 * 60_000, '2 h'],
  [5 * 86_400_000, '5 d'],
])('%d ms is %s', (span, told) => expect(shortSpan(span)).toBe(told))

test('a world tells its time in UTC', () =>
  expect(worldClock(Date.UTC(2026, 5, 1, 8, 0, 5))).toEqual({
    day: 'Jun 1, 2026',
    time: '08:00:05 UTC',
  }))

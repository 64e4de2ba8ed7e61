import { expect, test } from 'vitest'
import { byDay, shortSpan, worldClock } from './spans.ts'

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

test('a line has its day where it is another one than above', () => {
  const at = (day: number, hour: number) => ({ at: Date.UTC(2026, 5, day, hour) })
  const lines = byDay([at(8, 7), at(8, 6), at(7, 23), at(7, 1), at(5, 0)], 'Jun 8, 2026')
  expect(lines.map(({ time, newDay }) => `${newDay ?? ''} ${time}`.trim())).toEqual([
    '07:00:00',
    '06:00:00',
    'Jun 7, 2026 23:00:00',
    '01:00:00',
    'Jun 5, 2026 00:00:00',
  ])
})

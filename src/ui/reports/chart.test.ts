import { expect, test } from 'vitest'
import { CHART, layOut, roundUp } from './chart.ts'

test.each([
  [0, 1],
  [1, 1],
  [3, 5],
  [12, 20],
  [50, 50],
  [999, 1000],
])('an axis for %i ends at %i', (value, end) => expect(roundUp(value)).toBe(end))

test('bars stay within the chart, and what is small is seen', () => {
  const bars = Array.from({ length: 92 }, (_, at) => ({
    at,
    parts: [1000 - at, at === 3 ? 1 : 0, 5],
  }))
  const { bars: drawn, ticks } = layOut(bars, 320)
  expect(ticks.map(({ value }) => value)).toEqual([0, 1000, 2000])
  for (const { x, width, pieces } of drawn) {
    expect(x).toBeGreaterThanOrEqual(CHART.left)
    expect(x + width).toBeLessThanOrEqual(320)
    for (const { y, height } of pieces) {
      expect(height).toBeGreaterThanOrEqual(1)
      expect(y).toBeGreaterThanOrEqual(0)
    }
  }
  expect(drawn[3]?.pieces.map(({ series }) => series)).toEqual([0, 1, 2])
})

test('nothing is a chart too', () => expect(layOut([], 0).bars).toEqual([]))

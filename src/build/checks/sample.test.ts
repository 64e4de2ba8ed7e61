import { expect, test } from 'vitest'
import { sampleOf, seedOf } from './sample.ts'

const list = ['a', 'b', 'c', 'd', 'e']

test('seeds in a row give all of a list, each its own part', () => {
  const parts = [7, 8, 9].map((seed) => sampleOf(list, 3, seed))
  expect(parts.flat().sort()).toEqual(list)
  expect(sampleOf(list, 3, 7)).toEqual(sampleOf(list, 3, 10))
})

test('a seed lasts for a day', () => {
  const seed = (iso: string) => seedOf(Date.parse(iso))
  expect(seed('2026-11-29T00:00:00Z')).toBe(seed('2026-11-29T23:59:59Z'))
  expect(seed('2026-11-30T00:00:00Z')).toBe(seed('2026-11-29T00:00:00Z') + 1)
})

import { expect, test } from 'vitest'
import { chooseTests, sampleOf, seedOf } from './sample.ts'

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

test('of each spec half of the tests are chosen, the others by the next seed', () => {
  const listed = [
    'Listing tests:',
    ...[1, 2, 3].map((n) => `  [laptop] › a.spec.ts:${n}:1 › a group › test ${n}`),
    '  [phone] › b.spec.ts:9:5 › the only one',
    ...[1, 2].map((n) => `  [phone] › c.spec.ts:${n}:1 › test ${n}`),
    'Total: 6 tests in 3 files',
  ].join('\n')
  const [one, two] = [6, 7].map((seed) => chooseTests(listed, seed))
  expect(one).toEqual([
    '[laptop] › a.spec.ts:1:1 › a group › test 1',
    '[laptop] › a.spec.ts:3:1 › a group › test 3',
    '[phone] › b.spec.ts:9:5 › the only one',
    '[phone] › c.spec.ts:1:1 › test 1',
  ])
  expect(two).toEqual([
    '[laptop] › a.spec.ts:2:1 › a group › test 2',
    '[phone] › b.spec.ts:9:5 › the only one',
    '[phone] › c.spec.ts:2:1 › test 2',
  ])
  expect(new Set([...one!, ...two!]).size).toBe(6)
})

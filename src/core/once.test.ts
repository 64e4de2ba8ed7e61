import { expect, test } from 'vitest'
import { once } from './once.ts'

test('each object is worked on once, even where nothing comes of it', () => {
  let times = 0
  const firstOf = once((list: readonly number[]) => {
    times++
    return list[0]
  })
  const [empty, other] = [[], [7]]
  expect([firstOf(empty), firstOf(empty), firstOf(other), firstOf(other)]).toEqual([
    undefined,
    undefined,
    7,
    7,
  ])
  expect(times).toBe(2)
})

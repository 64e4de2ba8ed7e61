import { expect, test } from 'vitest'
import { once, onceForMany } from './once.ts'

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

test('only a long list is remembered', () => {
  let times = 0
  const lengthOf = onceForMany((list: readonly number[]) => {
    times++
    return list.length
  })
  const [short, long] = [[1, 2], Array.from({ length: 1000 }, (_, at) => at)]
  expect([long, long, long].map(lengthOf)).toEqual([1000, 1000, 1000])
  expect(times).toBe(1)
  expect([short, short].map(lengthOf)).toEqual([2, 2])
  expect(times).toBe(3)
})

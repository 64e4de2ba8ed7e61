import { expect, test } from 'vitest'
import { batchesOf } from './batches.ts'

const file = (lesson: string, variant?: string) => ({
  name: 'a.helo.json',
  text: JSON.stringify({ lesson, ...(variant && { variant }), journal: [] }),
})

test('files of a lesson and variant are graded one after the other', () => {
  const three = [file('spf'), file('dkim'), file('spf', 'b')]
  expect(batchesOf(Array.from({ length: 6 }, () => three).flat(), 1)).toEqual([
    [0, 3, 6],
    [9, 12, 15],
    [1, 4, 7],
    [10, 13, 16],
    [2, 5, 8],
    [11, 14, 17],
  ])
})

test('each file is in one batch, and a batch leaves work for other threads', () => {
  const files = Array.from({ length: 100 }, (_, at) => file(at % 10 ? 'spf' : 'dkim'))
  const batches = batchesOf(files, 4)
  expect(batches.flat().toSorted((one, other) => one - other)).toEqual([...files.keys()])
  expect(Math.max(...batches.map(({ length }) => length))).toBe(5)
})

test('nothing is in no batch', () => expect(batchesOf([], 2)).toEqual([]))

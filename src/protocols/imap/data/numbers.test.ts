import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countOf, holds, normalize, numberSet, numbersOf, printNumbers } from './number-set.ts'
import { highestOf, parseSequenceSet, resolveSet } from './sequence-set.ts'

test.each([
  ['2,4:7,9,12:*', 15, '2,4:7,9,12:15'], // RFC 9051 §9
  ['*:4,5:7', 10, '4:10'],
  ['559:*', 12, '12:559'],
  ['*', 8, '8'],
  ['*', 0, ''],
  ['1:*', 0, ''],
  ['3:1', 9, '1:3'],
  ['5,3,4,1', 9, '1,3:5'],
  ['4294967295', 9, '4294967295'],
])('%s with %i at most is %s', (text, largest, resolved) => {
  const set = parseSequenceSet(text)!
  expect(printNumbers(resolveSet(set, largest))).toBe(resolved)
})

test.each(['', '0', '1,,2', '1:2:3', '01', '-1', '1:', ':1', '$', 'a', '1 ,2', '4294967296', '**'])(
  '`%s` is no set',
  (text) => expect(parseSequenceSet(text)).toBeUndefined(),
)

test('the highest number of a set shows whether it names messages that are not there', () => {
  expect(highestOf(parseSequenceSet('1:4,9')!, 7)).toBe(9)
  expect(highestOf(parseSequenceSet('2:*')!, 7)).toBe(7)
})

test('a set of numbers holds those and no others, in the fewest ranges', () => {
  const numbers = fc.array(fc.integer({ min: 1, max: 40 }))
  fc.assert(
    fc.property(numbers, (list) => {
      const set = numberSet(list)
      const sorted = [...new Set(list)].sort((a, b) => a - b)
      expect([...numbersOf(set)]).toEqual(sorted)
      expect(countOf(set)).toBe(sorted.length)
      for (let number = 0; number < 42; number++)
        expect(holds(set, number)).toBe(sorted.includes(number))
      for (let at = 1; at < set.length; at++)
        expect(set[at]![0]).toBeGreaterThan(set[at - 1]![1] + 1)
      expect(normalize(set)).toEqual(set)
    }),
    { seed: 3 },
  )
})

import { describe, expect, test } from 'vitest'
import { pageOf, printResults, savedResults, type ReturnOption } from './results.ts'

const options = (text: string): ReturnOption[] =>
  [...text.matchAll(/PARTIAL (-?\d+):(-?\d+)|[A-Z]+/g)].map(([word, from, to]) =>
    from === undefined
      ? { option: word.toLowerCase() as 'min' }
      : { option: 'partial', from: Number(from), to: Number(to) },
  )

const found = [2, 3, 4, 7, 9]

describe('the data of ESEARCH', () => {
  test.each([
    ['MIN COUNT', found, ' MIN 2 COUNT 5'],
    ['ALL', found, ' ALL 2:4,7,9'],
    ['MIN MAX ALL COUNT', found, ' MIN 2 MAX 9 ALL 2:4,7,9 COUNT 5'],
    ['MIN MAX ALL', [], ''],
    ['COUNT', [], ' COUNT 0'],
    ['MAX', [7], ' MAX 7'],
    ['SAVE', found, ''],
    ['PARTIAL 1:3', found, ' PARTIAL (1:3 2:4)'],
    ['PARTIAL 4:100', found, ' PARTIAL (4:100 7,9)'],
    ['PARTIAL 3:1', found, ' PARTIAL (3:1 2:4)'],
    ['PARTIAL 6:9', found, ' PARTIAL (6:9 NIL)'],
    ['PARTIAL -1:-2', found, ' PARTIAL (-1:-2 7,9)'],
    ['PARTIAL -4:-100', found, ' PARTIAL (-4:-100 2:3)'],
    ['PARTIAL -6:-9', found, ' PARTIAL (-6:-9 NIL)'],
    ['COUNT PARTIAL 1:1', found, ' COUNT 5 PARTIAL (1:1 2)'],
  ])('RETURN (%s) of %o:%s', (asked, numbers, printed) =>
    expect(printResults(options(asked), numbers)).toBe(printed),
  )
})

describe('what $ keeps (RFC 5182 §2.4, RFC 9394 §3.2)', () => {
  test.each([
    ['SAVE', found],
    ['SAVE MIN', [2]],
    ['SAVE MAX', [9]],
    ['SAVE MIN MAX', [2, 9]],
    ['SAVE MIN COUNT', found],
    ['SAVE MAX ALL', found],
    ['SAVE PARTIAL 2:3', [3, 4]],
    ['SAVE PARTIAL 2:3 MIN', [2, 3, 4]],
    ['SAVE PARTIAL 2:3 MAX', [3, 4, 9]],
    ['SAVE PARTIAL 1:2 MIN MAX', [2, 3, 9]],
    ['SAVE PARTIAL 2:3 COUNT', found],
  ])('RETURN (%s): %o', (asked, kept) => expect(savedResults(options(asked), found)).toEqual(kept))

  test('nothing found is nothing kept', () =>
    expect(savedResults(options('SAVE MIN MAX'), [])).toEqual([]))
})

test('a page of messages', () =>
  expect(pageOf({ from: -3, to: -1 }, ['a', 'b'])).toEqual(['a', 'b']))

import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../core/random.ts'
import { comparedLines, hunksBetween } from './line-difference.ts'

const l = (text: string) => [...text]
const t = (text: string) => [...text].join('\n')

/** The second text, made of the first and the hunks. */
function made(one: readonly string[], hunks: ReturnType<typeof hunksBetween>): string[] {
  let at = 0
  const made: string[] = []
  for (const { from, to, lines } of hunks) {
    made.push(...one.slice(at, from), ...lines)
    at = to
  }
  return [...made, ...one.slice(at)]
}

describe('what differs between two texts', () => {
  test.each([
    ['abc', 'abc', []],
    ['abc', 'abxc', [{ from: 2, to: 2, lines: ['x'] }]],
    ['abc', 'ac', [{ from: 1, to: 2, lines: [] }]],
    ['abc', 'axc', [{ from: 1, to: 2, lines: ['x'] }]],
    ['', 'ab', [{ from: 0, to: 0, lines: ['a', 'b'] }]],
    [
      'abcdef',
      'axcdyf',
      [
        { from: 1, to: 2, lines: ['x'] },
        { from: 4, to: 5, lines: ['y'] },
      ],
    ],
  ])('%s and %s', (one, other, hunks) => expect(hunksBetween(l(one), l(other))).toEqual(hunks))

  test('leads from any text to any other', () => {
    const random = seededRandom(4)
    const upTo = (most: number) => Math.floor(random.next() * most)
    const any = () => Array.from({ length: upTo(12) }, () => 'abc'[upTo(3)]!)
    for (let round = 0; round < 2000; round++) {
      const [one, other] = [any(), any()]
      expect(made(one, hunksBetween(one, other))).toEqual(other)
    }
  })

  test('is one stretch where comparing would take long', () => {
    const one = Array.from({ length: 3000 }, (_, at) => `a${at}`)
    const other = Array.from({ length: 3000 }, (_, at) => `b${at}`)
    expect(hunksBetween(['x', ...one], ['x', ...other])).toHaveLength(1)
  })
})

test('lines are shown with some around them, and in groups', () => {
  const shown = comparedLines(t('abcdefghijk'), t('aBcdefghijkl'), 1)
  expect(
    shown.map((rows) => rows.map(({ in: has, text, line }) => `${has} ${line} ${text}`)),
  ).toEqual([
    ['both 1 a', 'one 2 b', 'other 2 B', 'both 3 c'],
    ['both 11 k', 'other 12 l'],
  ])
  const [near] = comparedLines(t('abcde'), t('aBcDe'), 1)
  expect(near!.map(({ text }) => text).join('')).toBe('abBcdDe')
  expect(comparedLines('a', 'a')).toEqual([])
})

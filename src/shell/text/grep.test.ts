import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseExpression, type Dialect } from './expression.ts'
import { Matcher } from './matcher.ts'

function matcherOf(pattern: string, dialect: Dialect, isFolded = false): Matcher | undefined {
  const read = parseExpression(pattern, dialect, isFolded)
  return 'message' in read ? undefined : Matcher.of(read)
}

/** The first place, and what was found there. */
function found(pattern: string, line: string, dialect: Dialect = 'extended'): string | undefined {
  const place = matcherOf(pattern, dialect)?.find(line, 0)
  return place && `${place[0]}:${line.slice(...place)}`
}

describe('finds', () => {
  test.each<[pattern: string, line: string, found: string | undefined, dialect?: Dialect]>([
    ['b', 'abc', '1:b'],
    ['^b', 'abc', undefined],
    ['c$', 'abc', '2:c'],
    ['a.*c', 'xabcbcx', '1:abcbc'],
    ['(ab|a)(c|bcd)', 'abcd', '0:abcd'],
    ['a+b?', 'caaab', '1:aaab'],
    ['[0-9]{3}', 'a1234', '1:123'],
    ['[^a]', 'aab', '2:b'],
    ['[]x]', ']', '0:]'],
    ['[[:digit:]]+', 'ab12', '2:12'],
    ['\\bto\\b', 'tor to', '4:to'],
    ['a|b', 'a|b', '0:a|b', 'basic'],
    ['a\\|b', 'xb', '1:b', 'basic'],
    ['\\(ab\\)*c', 'ababc', '0:ababc', 'basic'],
    ['a{2}', 'a{2}', '0:a{2}', 'basic'],
    ['*a', '*a', '0:*a', 'basic'],
    ['a.c', 'abc a.c', '4:a.c', 'fixed'],
  ])('%s in %s', (pattern, line, place, dialect) =>
    expect(found(pattern, line, dialect)).toBe(place),
  )
})

test.each(['(', 'a)', '[a', 'a\\', 'a{2', '(a)\\1', 'a{300}', 'x'.repeat(2001)])(
  '%s is refused with its place',
  (pattern) => {
    const read = parseExpression(pattern, 'extended', false)
    expect(read).toHaveProperty('message')
  },
)

test('says the same as the platform of patterns that both know', () =>
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom('a', 'b', '.', 'a*', 'b+', '(a|b)', '(ab)?', '[ab]', '^', '$', 'a{1,2}'),
      ),
      fc.string({ unit: fc.constantFrom('a', 'b', 'c') }),
      (parts, line) => {
        const pattern = parts.join('')
        expect(matcherOf(pattern, 'extended')?.test(line)).toBe(new RegExp(pattern).test(line))
      },
    ),
    { seed: 3, numRuns: 1500 },
  ))

test('any pattern is read, and its work has an end', () =>
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'ab.*+?()[]{}|^$\\1,-:') }),
      fc.constantFrom<Dialect>('basic', 'extended', 'fixed'),
      (pattern, dialect) => {
        const matcher = matcherOf(pattern, dialect, true)
        matcher?.find('aabbab'.repeat(20), 0)
      },
    ),
    { seed: 3, numRuns: 1500 },
  ))

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { joinReference, listMatcher } from './list-match.ts'

const names = [
  'INBOX',
  'INBOX/2026',
  'Sent',
  'Lists',
  'Lists/Cooking',
  'Lists/Cooking/Bread',
  'foo',
]

describe('of INBOX, INBOX/2026, Sent, Lists, Lists/Cooking, Lists/Cooking/Bread and foo', () => {
  test.each([
    ['*', names],
    ['%', ['INBOX', 'Sent', 'Lists', 'foo']],
    ['', []],
    ['%/%', ['INBOX/2026', 'Lists/Cooking']],
    ['Lists/%', ['Lists/Cooking']],
    ['Lists/*', ['Lists/Cooking', 'Lists/Cooking/Bread']],
    ['Lists*', ['Lists', 'Lists/Cooking', 'Lists/Cooking/Bread']],
    ['*oo*', ['Lists/Cooking', 'Lists/Cooking/Bread', 'foo']],
    ['%oo%', ['foo']],
    ['%o%', ['INBOX', 'foo']],
    ['%%', ['INBOX', 'Sent', 'Lists', 'foo']],
    ['*%', names],
    ['%*', names],
    ['inbox', ['INBOX']],
    ['iNb%', ['INBOX']],
    ['inbox/%', ['INBOX/2026']],
    ['lists', []],
    ['%/Cooking/%', ['Lists/Cooking/Bread']],
    ['*/Bread', ['Lists/Cooking/Bread']],
    ['%/Bread', []],
    ['F*', []],
  ])('%s finds %o', (pattern, found) => {
    const matches = listMatcher(pattern, '/')
    expect(names.filter((name) => matches(name))).toEqual(found)
  })
})

test('without a delimiter both wildcards stand for anything', () => {
  expect(['a/b', 'ab'].filter(listMatcher('a%', undefined))).toEqual(['a/b', 'ab'])
  expect(listMatcher('inbox', undefined)('INBOX')).toBe(true)
})

test.each([
  ['Lists/', '%', 'Lists/%'],
  ['', 'a*', 'a*'],
  ['~smith/', '/usr/%', '/usr/%'],
])('%s and %s make %s', (reference, pattern, joined) =>
  expect(joinReference(reference, pattern, '/')).toBe(joined),
)

test('a star before every character takes no time', () => {
  expect(listMatcher('*a'.repeat(300), '/')('a'.repeat(2000) + 'b')).toBe(false)
})

test('agrees with the same pattern as a regular expression', () => {
  const text = fc.array(fc.constantFrom('a', 'b', '/', '%', '*'), { maxLength: 8 })
  fc.assert(
    fc.property(text, text, (pattern, characters) => {
      const name = characters.join('').replace(/[%*]/g, '')
      const expression = pattern
        .map((part) => (part === '*' ? '.*' : part === '%' ? '[^/]*' : part))
        .join('')
      expect(listMatcher(pattern.join(''), '/')(name)).toBe(
        new RegExp(`^${expression}$`).test(name),
      )
    }),
    { seed: 5, numRuns: 500 },
  )
})

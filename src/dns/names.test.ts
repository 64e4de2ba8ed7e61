import { describe, expect, test } from 'vitest'
import { canonicalName, isAbsolute, parentName, readName, splitName, wireLength } from './names.ts'

describe('a name as written', () => {
  test.each([
    ['@', 'example.com'],
    ['.', ''],
    ['www', 'www.example.com'],
    ['WWW.', 'www'],
    ['a\\.b.c', 'a\\.b.c.example.com'],
    ['a\\\\.', 'a\\\\'],
    ['\\064', '\\@.example.com'],
    ['\\200.', '\\200'],
    ['_dmarc', '_dmarc.example.com'],
    ['*', '*.example.com'],
  ])('%s is %s', (raw, name) =>
    expect(readName(raw, 'example.com')).toEqual({ name, problems: [] }),
  )

  test.each([
    ['a..b', 'empty-label', 2, 3],
    ['.a', 'empty-label', 0, 1],
    ['..', 'empty-label', 0, 1],
    [`${'a'.repeat(64)}.b`, 'long-label', 0, 64],
    ['b\\256', 'broken-escape', 1, 5],
    ['b\\1x', 'broken-escape', 1, 3],
    ['b\\', 'broken-escape', 1, 2],
    ['bü', 'non-ascii', 1, 2],
    [`${'a.'.repeat(130)}`, 'long-name', 0, 260],
  ])('%s has a fault: %s', (raw, kind, from, to) =>
    expect(readName(raw, 'example.com').problems[0]).toEqual({ kind, span: { from, to } }),
  )

  test('of 255 octets is the longest there is (RFC 1035 §2.3.4)', () => {
    const longest = `${'a'.repeat(63)}.`.repeat(3) + `${'a'.repeat(61)}.`
    expect(wireLength(readName(longest, '').name)).toBe(255)
    expect(readName(longest, '').problems).toEqual([])
    expect(readName(`a${longest}`, '').problems).toMatchObject([{ kind: 'long-label' }])
    expect(
      readName(`${'a'.repeat(63)}.`.repeat(3) + `${'a'.repeat(62)}.`, '').problems,
    ).toMatchObject([{ kind: 'long-name' }])
  })
})

test.each([
  ['Mail.Example.COM.', 'mail.example.com'],
  ['', ''],
  ['.', ''],
  ['user$x.example', 'user\\$x.example'],
  ['user\\$x.example', 'user\\$x.example'],
  ['é.example', 'xn--9ca.example'],
  ['é é.example', '\\195\\169\\032\\195\\169.example'],
])('a name asked as %j is %j', (text, name) => expect(canonicalName(text)).toBe(name))

test.each([
  ['a.', true],
  ['a\\.', false],
  ['a\\\\.', true],
  ['a\\046.', true],
  ['a', false],
])('%s ends in a dot: %s', (raw, absolute) => expect(isAbsolute(raw)).toBe(absolute))

test('labels stay distinct although they hold dots', () => {
  expect(splitName('a\\.b.c\\\\.d')).toEqual(['a\\.b', 'c\\\\', 'd'])
  expect(parentName('a\\.b.c')).toBe('c')
  expect(parentName('com')).toBe('')
  expect(splitName('')).toEqual([])
})

import { expect, test } from 'vitest'
import { casemap, compareMapped } from './casemap.ts'

test.each([
  ['hello', 'HELLO'],
  ['GRÜSSE', 'grüsse'],
  ['Ångström', 'a\u030angstro\u0308m'],
  ['ΣΊΣΥΦΟΣ', 'σίσυφος'],
  ['привет', 'ПРИВЕТ'],
  ['Ⅷ', 'ⅷ'],
])('%s and %s are the same', (a, b) => expect(casemap(a)).toBe(casemap(b)))

test.each([
  ['straße', 'strasse'],
  ['a', 'ä'],
  ['İ', 'ı'],
])('%s and %s are not', (a, b) => expect(casemap(a)).not.toBe(casemap(b)))

test('texts are ordered by code point, not by UTF-16 unit', () => {
  const sorted = ['\u{1f4e8}', '\uff5e', 'b', '', 'ab', 'a'].sort(compareMapped)
  expect(sorted).toEqual(['', 'a', 'ab', 'b', '\uff5e', '\u{1f4e8}'])
})

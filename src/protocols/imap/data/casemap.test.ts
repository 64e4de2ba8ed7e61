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

test('each character is mapped to its upper case where that is one character, and decomposed', () => {
  const characters = Array.from({ length: 0x110000 }, (_, code) => code)
    .filter((code) => code < 0xd800 || code > 0xdfff)
    .map((code) => String.fromCodePoint(code))
  const simple = (each: string): string =>
    each.toUpperCase().length > each.length ? each : each.toUpperCase()
  expect(characters.filter((each) => casemap(each) !== simple(each).normalize('NFKD'))).toEqual([])
  const all = characters.join('-')
  expect(casemap(all)).toBe(characters.map(simple).join('-').normalize('NFKD'))
})

test('texts are ordered by code point, not by UTF-16 unit', () => {
  const sorted = ['\u{1f4e8}', '\uff5e', 'b', '', 'ab', 'a'].sort(compareMapped)
  expect(sorted).toEqual(['', 'a', 'ab', 'b', '\uff5e', '\u{1f4e8}'])
})

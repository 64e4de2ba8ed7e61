import { expect, test } from 'vitest'
import type { PublishedRow } from '../../../lab/types.ts'
import { publishedText, isAt, stringsText } from './published-rows.ts'

const text = '; mail\n@ IN MX 10 mail ; here\n  IN TXT ( "a"\n "b" )\n'
const own = (of: string) => [{ text: of, added: false }]
const from = (part: string) => text.indexOf(part)

const mx: PublishedRow = {
  ...{ line: 2, fate: 'answered', type: 'MX', name: own('example.org.') },
  span: { from: from('@'), to: from(' ; here') },
  value: [...own('10 mail'), { text: '.example.org.', added: true }],
}
const txt: PublishedRow = {
  ...{ line: 3, fate: 'hidden', type: 'TXT', name: own('example.org.') },
  span: { from: from('IN TXT'), to: from(')') + 1 },
  value: own('"ab"'),
  strings: { count: 2, octets: 2 },
}

test('a row in words has the whole name', () => {
  expect(publishedText(mx)).toBe('example.org. MX 10 mail.example.org.')
  expect(publishedText(txt)).toBe('example.org. TXT "ab", never answered')
  expect(publishedText({ ...mx, fate: 'lost' })).toBe('Nothing: this line is no record.')
})

test('several strings are counted, and so is a long one', () => {
  expect(stringsText(mx)).toBe('')
  expect(stringsText(txt)).toBe('2 strings joined, 2 octets')
  expect(stringsText({ ...txt, strings: { count: 1, octets: 99 } })).toBe('')
  expect(stringsText({ ...txt, strings: { count: 1, octets: 255 } })).toBe('255 octets')
})

test.each([
  ['; mail', false, false],
  ['MX', true, false],
  ['here', true, false],
  ['"b"', false, true],
])('the caret at %s is in the MX: %s, in the TXT: %s', (part, inMx, inTxt) => {
  expect([isAt(mx, text, from(part)), isAt(txt, text, from(part))]).toEqual([inMx, inTxt])
})

test('no caret is in no line', () => {
  expect(isAt(mx, text, undefined)).toBe(false)
})

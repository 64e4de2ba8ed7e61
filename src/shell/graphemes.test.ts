import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nextGrapheme, previousGrapheme } from './graphemes.ts'

const pieces = fc.array(
  fc.constantFrom(
    'a',
    'e\u0301',
    '漢',
    '👩‍🚀',
    '👍🏽',
    '🇨🇭',
    '🇫',
    '각',
    '\u1100\u1161',
    'क्षि',
    '\u200d',
    '1️⃣',
    '\ud83d',
  ),
  { maxLength: 12 },
)
const segmenter = new Intl.Segmenter('en')

test('steps go from one character to the next, as Unicode cuts them', () =>
  fc.assert(
    fc.property(pieces, (parts) => {
      const text = parts.join('')
      const starts = Array.from(segmenter.segment(text), ({ index }) => index)
      const back: number[] = []
      for (let at = text.length; at > 0;) back.unshift((at = previousGrapheme(text, at)))
      const forth: number[] = []
      for (let at = 0; at < text.length; at = nextGrapheme(text, at)) forth.push(at)
      expect([back, forth]).toEqual([starts, starts])
    }),
    { seed: 8, numRuns: 1000 },
  ))

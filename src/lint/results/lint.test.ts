import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Span } from '../../core/span.ts'
import { resultsFamily } from './family.ts'

const WORDS = [
  ...['mx.example.org', 'spf', 'dkim', 'pass', 'none', 'reason', 'smtp', 'mailfrom', '1', 'a@b'],
  ...['=', '=', ';', '.', '/', '(', ')', '"', '\\', ' ', '\t', '\r\n ', '\xa0', ','],
]
const texts = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc.array(fc.constantFrom(...WORDS), { maxLength: 50 }).map((parts) => parts.join('')),
)

const isInside = (text: string, { from, to }: Span): boolean =>
  0 <= from && from <= to && to <= text.length

const outside = (text: string): Span[] =>
  resultsFamily
    .lint(text)
    .map(({ span }) => span)
    .filter((span) => !isInside(text, span))

test('findings of any text point inside of it', () =>
  fc.assert(
    fc.property(texts, (text) => {
      expect(outside(text)).toEqual([])
    }),
    { seed: 8601, numRuns: 500 },
  ))

test.each(['(', '"', ';', 'a=b ', 'a.b=c ', '(()', ';spf=pass', '\\', ' ', 'a/', '=;', '"a" '])(
  '300000 characters of %j are judged to their end',
  (part) => {
    // Quadratic time would take minutes, and the runner would not wait so long.
    expect(outside(`mx; spf=pass ${part.repeat(300_000 / part.length)}`)).toEqual([])
  },
)

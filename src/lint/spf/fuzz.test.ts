import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Diagnostic } from '../../core/diagnostic.ts'
import { parseSpf } from '../../auth/spf/parse.ts'
import { isSpfText } from '../../auth/spf/record.ts'
import { spfFamily } from './family.ts'
import { spfTexts } from '../../../tests/fuzz/spf-texts.ts'

const lint = (text: string): Diagnostic[] =>
  spfFamily.lint({ name: 'example.com', ttl: 60, type: 'TXT', strings: [text] }, [])

test('each problem of an SPF record is reported as an error at its place', () =>
  fc.assert(fc.property(spfTexts, reportsEveryProblem), { seed: 7208, numRuns: 2000 }))

function reportsEveryProblem(text: string): boolean {
  if (!isSpfText(text)) return true
  const errors = lint(text).filter(({ severity }) => severity === 'error')
  return parseSpf(text).problems.every(({ span }) =>
    errors.some((one) => one.span.from <= span.to && span.from <= one.span.to),
  )
}

/** A TXT record holds at most 65535 octets. */
const LONGEST = 64_000

test.each([
  ' ',
  'a:%{ ,/1 ',
  '%',
  '- ',
  'x=% ',
  'ip4:192.0.2.1 ',
  '\u00e9 ',
  'include: a.b ',
  'exp=a.b ',
  'a.',
])('%j over and over is read and judged to its end', (word) => {
  const text = `v=spf1 ${word.repeat(LONGEST / word.length)} x`
  const found = lint(text)
  expect(found.filter(({ span: { from, to } }) => from > to || to > text.length)).toEqual([])
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Span } from '../core/span.ts'
import { parseStsPolicy } from './mta-sts/policy.ts'
import { runsOf } from '../../tests/fuzz/runs.ts'

const runs = runsOf(8461, 400)
const words = [
  ...['v', 'id', 'rua', 'l', 'a', 'lps', 'avp', 'mode', 'mx', 'max_age', 'version'],
  ...[
    '=',
    ':',
    ';',
    ',',
    ' ',
    '\t',
    '\r\n',
    '\n',
    '\r',
    '"',
    '*',
    '*.',
    '.',
    '/',
    '-',
    '\xa0',
    '#',
  ],
  ...['STSv1', 'TLSRPTv1', 'BIMI1', 'enforce', 'testing', 'none', '604800', '99999999999'],
  ...['mailto:a@b.example', 'https://a.example/x.svg', 'https://', 'http://a.example', 'a.example'],
]
const texts = fc.oneof(
  fc.string({ maxLength: 80, unit: 'binary' }),
  fc.array(fc.constantFrom(...words), { maxLength: 40 }).map((parts) => parts.join('')),
  fc
    .array(
      fc.constantFrom(...words).chain((a) => fc.constantFrom(...words).map((b) => `${a}=${b}`)),
    )
    .chain((parts) =>
      fc
        .constantFrom('v=STSv1; ', 'v=TLSRPTv1; ', 'v=BIMI1; ')
        .map((start) => start + parts.join('; ')),
    ),
  fc
    .array(
      fc.constantFrom(...words).chain((a) => fc.constantFrom(...words).map((b) => `${a}: ${b}`)),
    )
    .map((lines) => lines.join('\r\n')),
)

const isInside = (text: string, { from, to }: Span): boolean =>
  from >= 0 && to >= from && to <= text.length

const expectInside = (text: string, where: Span): void =>
  expect({ text, where, isInside: isInside(text, where) }).toMatchObject({ isInside: true })

test('any text is a policy, its fields in order and inside', () =>
  fc.assert(
    fc.property(texts, (text) => {
      const { fields, problems } = parseStsPolicy(text)
      for (const { span, keySpan, valueSpan, line, key, value } of fields) {
        for (const one of [span, keySpan, valueSpan, line]) expectInside(text, one)
        expect(text.slice(keySpan.from, keySpan.to)).toBe(key)
        expect(text.slice(valueSpan.from, valueSpan.to)).toBe(value)
      }
      for (const { span, line } of problems) [span, line].forEach((one) => expectInside(text, one))
      const lines = [...fields, ...problems].map(({ line }) => line.from).sort((a, b) => a - b)
      expect(new Set(lines).size).toBe(lines.length)
    }),
    runs,
  ))

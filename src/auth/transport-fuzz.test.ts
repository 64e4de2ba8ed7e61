import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyEdits, type Diagnostic } from '../core/diagnostic.ts'
import type { Span } from '../core/span.ts'
import { lintBimi } from '../lint/bimi/lint.ts'
import { lintStsPolicy, lintStsRecord } from '../lint/mta-sts/lint.ts'
import { parseStsPolicy } from './mta-sts/policy.ts'
import { lintTlsRpt } from '../lint/tls-rpt/lint.ts'
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

const lintRecord =
  (name: string, lint: typeof lintStsRecord) =>
  (text: string): Diagnostic[] => {
    const record = { name, ttl: 1, type: 'TXT' as const, strings: [text] }
    return lint(record, [record])
  }

const kinds = [
  ['mta-sts', lintRecord('_mta-sts.a.example', lintStsRecord)],
  ['tls-rpt', lintRecord('_smtp._tls.a.example', lintTlsRpt)],
  ['bimi', lintRecord('default._bimi.a.example', lintBimi)],
  [
    'policy',
    (text: string) => lintStsPolicy(text, { domain: 'a.example', hosts: ['mx.a.example'] }),
  ],
] as const

const isInside = (text: string, { from, to }: Span): boolean =>
  from >= 0 && to >= from && to <= text.length

const expectInside = (text: string, where: Span): void =>
  expect({ text, where, isInside: isInside(text, where) }).toMatchObject({ isInside: true })

test.each(kinds)('%s: findings and fixes of any text stand inside of it', (_, lint) =>
  fc.assert(
    fc.property(texts, (text) => {
      for (const { span, fixes } of lint(text)) {
        expectInside(text, span)
        for (const { edits } of fixes) {
          const sorted = [...edits].sort((a, b) => a.span.from - b.span.from)
          sorted.forEach((edit, at) => {
            expectInside(text, edit.span)
            expect(edit.span.from).toBeGreaterThanOrEqual(sorted[at - 1]?.span.to ?? 0)
          })
          expect(applyEdits(text, edits)).not.toBe(text)
        }
      }
    }),
    runs,
  ),
)

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

const repeated = [
  ' ',
  ';',
  '=',
  ',',
  '\n',
  '\r\n',
  ':',
  'mx:\n',
  'mx: a.example\n',
  'a=;',
  '*.',
  '.-',
  '\t;',
]

test.each(kinds.flatMap(([name, lint]) => repeated.map((part) => [name, part, lint] as const)))(
  '%s: 65535 octets of %j are looked through to their end',
  (_, part, lint) => {
    for (const start of ['v=STSv1; id=', 'v=TLSRPTv1; rua=', 'v=BIMI1; l=', 'mode: enforce\n']) {
      const text = (start + part.repeat(65_535)).slice(0, 65_535)
      // Quadratic time would take minutes, and the runner would not wait so long.
      expect(lint(text).filter(({ span }) => !isInside(text, span))).toEqual([])
    }
  },
)

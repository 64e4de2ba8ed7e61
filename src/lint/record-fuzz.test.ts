import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyEdits, type Diagnostic } from '../core/diagnostic.ts'
import type { Span } from '../core/span.ts'
import { bimiFamily } from './bimi/family.ts'
import { keyFamily } from './dkim/family.ts'
import { dmarcFamily } from './dmarc/family.ts'
import type { RecordFamily } from './family.ts'
import { stsFamily } from './mta-sts/family.ts'
import { lintStsPolicy } from './mta-sts/policy-family.ts'
import { tlsRptFamily } from './tls-rpt/family.ts'
import { runsOf } from '../../tests/fuzz/runs.ts'

const judged =
  (name: string, { lint }: RecordFamily) =>
  (text: string): Diagnostic[] => {
    const record = { name, ttl: 1, type: 'TXT' as const, strings: [text] }
    return lint(record, [record])
  }

const kinds = [
  ['dkim', judged('s1._domainkey.a.example', keyFamily)],
  ['dmarc', judged('_dmarc.a.example', dmarcFamily)],
  ['dkim at the name of dmarc', judged('_dmarc.a.example', keyFamily)],
  ['mta-sts', judged('_mta-sts.a.example', stsFamily)],
  ['tls-rpt', judged('_smtp._tls.a.example', tlsRptFamily)],
  ['bimi', judged('default._bimi.a.example', bimiFamily)],
  [
    'policy',
    (text: string) => lintStsPolicy(text, { domain: 'a.example', hosts: ['mx.a.example'] }),
  ],
] as const

/** Words of all formats, thrown together. */
const words = [
  ...['v', 'p', 'sp', 'np', 'rua', 'fo', 'k', 'h', 't', 's', 'g', 'b', 'bh', 'd', 'i', 'l', 'x'],
  ...['q', 'id', 'a', 'lps', 'avp', 'mode', 'mx', 'max_age', 'version'],
  ...['=', ';', ':', ',', '/', '!', '@', ' ', '\t', '\r\n ', '\r\n', '\n', '\r', '"', '%', '-'],
  ...['*', '*.', '.', '\xa0', '#', '-----', 'DMARC1', 'DKIM1', 'STSv1', 'TLSRPTv1', 'BIMI1'],
  ...['none', 'reject', 'enforce', 'testing', 'mailto:a@b.example', 'MIGf', '1', 'rsa', 'ed25519'],
  ...['y', '604800', '99999999999', 'https://a.example/x.svg', 'https://', 'http://a.example'],
  ...['a.example', 'a=rsa-sha256', 'h=from', 'd=a.example', 's=x', 'bh=aaaa', 'b=aaaa', 'v=1'],
]

const word = fc.constantFrom(...words)
const starts = ['v=DMARC1; ', 'v=DKIM1; ', 'v=STSv1; ', 'v=TLSRPTv1; ', 'v=BIMI1; ']
const texts = fc.oneof(
  fc.string({ maxLength: 80, unit: 'binary' }),
  fc.array(word, { maxLength: 40 }).map((parts) => parts.join('')),
  fc
    .tuple(fc.constantFrom(...starts), fc.array(fc.tuple(word, word)))
    .map(([start, tags]) => start + tags.map((tag) => tag.join('=')).join('; ')),
  fc.array(fc.tuple(word, word)).map((lines) => lines.map((line) => line.join(': ')).join('\r\n')),
)

const isInside = (text: string, { from, to }: Span): boolean =>
  from >= 0 && to >= from && to <= text.length

const expectInside = (text: string, where: Span): void =>
  expect({ text, where, isInside: isInside(text, where) }).toMatchObject({ isInside: true })

const REPEATED = [
  ...[' ', ';', '=', 'a=;', ',', 'mailto:a@b.example ', 'p=none ', '!', '!1', ':', '%', '-----'],
  ...['A', '\t;', '\n', '\r\n', 'mx:\n', 'mx: a.example\n', '*.', '.-'],
]

const START: Readonly<Record<string, readonly string[]>> = {
  dkim: ['v=DKIM1; p=none; k='],
  dmarc: ['v=DMARC1; p=none; rua='],
  'dkim at the name of dmarc': ['v=DMARC1; p=none; rua='],
}
const TRANSPORT = ['v=STSv1; id=', 'v=TLSRPTv1; rua=', 'v=BIMI1; l=', 'mode: enforce\n']

describe.each(kinds)('%s', (kind, lint) => {
  test('findings and fixes of any text point inside of it', () =>
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
      runsOf(8461, 400),
    ))

  test.each(REPEATED)('65535 octets of %j are looked through to their end', (part) => {
    for (const start of START[kind] ?? TRANSPORT) {
      const text = (start + part.repeat(65_535)).slice(0, 65_535)
      // Quadratic time would take minutes, and the runner would not wait so long.
      expect(lint(text).filter(({ span }) => !isInside(text, span))).toEqual([])
    }
  })
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runSync } from '../core/effects.ts'
import { latin1 } from '../core/bytes.ts'
import type { Span } from '../core/span.ts'
import { parseMessage } from '../message/parse.ts'
import { parseKeyRecord } from './dkim/key.ts'
import { readRsaKey } from './dkim/public-key.ts'
import { verifyDkim } from './dkim/verify.ts'
import { parseDmarc } from './dmarc/parse.ts'
import { parseTagList } from './tag-list.ts'
import { runsOf } from '../../tests/fuzz/runs.ts'

const runs = runsOf(6376, 400)
const words = [
  ...[
    'v',
    'p',
    'sp',
    'np',
    'rua',
    'fo',
    'k',
    'h',
    't',
    's',
    'g',
    'b',
    'bh',
    'd',
    'i',
    'l',
    'x',
    'q',
  ],
  ...['=', ';', ':', ',', '/', '!', '@', ' ', '\t', '\r\n ', '"', '%', '-', '.', '\xa0', '-----'],
  ...[
    'DMARC1',
    'DKIM1',
    'none',
    'reject',
    'mailto:a@b.example',
    'MIGf',
    '1',
    'rsa',
    'ed25519',
    'y',
  ],
  ...[
    'a=rsa-sha256',
    'c=relaxed/simple',
    'h=from',
    'd=a.example',
    's=x',
    'bh=aaaa',
    'b=aaaa',
    'v=1',
  ],
]
const texts = fc.oneof(
  fc.string({ maxLength: 80 }),
  fc.array(fc.constantFrom(...words), { maxLength: 40 }).map((parts) => parts.join('')),
  fc
    .array(
      fc.constantFrom(...words).chain((a) => fc.constantFrom(...words).map((b) => `${a}=${b}`)),
    )
    .map((parts) => `v=DMARC1; ${parts.join('; ')}`),
)

function expectInside(text: string, spans: readonly Span[]): void {
  for (const { from, to } of spans) {
    expect(from).toBeGreaterThanOrEqual(0)
    expect(to).toBeGreaterThanOrEqual(from)
    expect(to).toBeLessThanOrEqual(text.length)
  }
}

test('any text is a tag list, with spans inside and in order', () =>
  fc.assert(
    fc.property(texts, (text) => {
      const { tags, problems } = parseTagList(text)
      expectInside(
        text,
        [...tags, ...problems].map(({ span }) => span),
      )
      for (const tag of tags) {
        expectInside(text, [tag.nameSpan, tag.valueSpan, tag.rawSpan])
        expect(text.slice(tag.valueSpan.from, tag.valueSpan.to)).toBe(tag.value)
      }
    }),
    runs,
  ))

test('any text is a key record and a DMARC record', () =>
  fc.assert(
    fc.property(texts, (text) => {
      const key = parseKeyRecord(text)
      expectInside(
        text,
        [...key.flags, ...key.services].map(({ span }) => span),
      )
      if (key.key.kind === 'broken') expectInside(text, [key.key.span])
      const dmarc = parseDmarc(text)
      expectInside(
        text,
        [...dmarc.rua, ...dmarc.ruf, ...dmarc.fo].map(({ span }) => span),
      )
    }),
    runs,
  ))

test('any octets are a key or a problem with its reason', () =>
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      const key = readRsaKey(bytes)
      expect(key.ok || key.message.length > 0).toBe(true)
    }),
    runs,
  ))

test('any signature has a verdict', () =>
  fc.assert(
    fc.property(texts, (text) => {
      const message = parseMessage(
        latin1(`DKIM-Signature: ${text}\r\nFrom: a@a.example\r\n\r\nHi\r\n`),
      )
      const verdict = runSync(verifyDkim(message, { now: 0 }), ({ ask }) => {
        if (ask === 'dns') return { status: 'nxdomain', records: [] }
        return ask === 'digest' ? new Uint8Array(32) : false
      })
      expect(verdict.result).not.toBe('pass')
      expectInside(
        message.text,
        verdict.signatures.map(({ field }) => field),
      )
    }),
    runs,
  ))

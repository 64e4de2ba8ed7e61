import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runSync } from '../core/effects.ts'
import { latin1 } from '../core/bytes.ts'
import type { Span } from '../core/span.ts'
import { walkSteps } from '../core/trace.ts'
import { parseMessage, type Message } from '../message/parse.ts'
import { validateArc } from './arc/validate.ts'
import { runsOf } from '../../tests/fuzz/runs.ts'

const names = [
  ...['DKIM-Signature', 'ARC-Seal', 'ARC-Message-Signature', 'ARC-Authentication-Results'],
  ...['Authentication-Results', 'List-Unsubscribe', 'List-Unsubscribe-Post', 'From', 'Subject'],
]
const words = [
  ...['i=1', 'i=2', 'i=0', 'cv=none', 'cv=pass', 'cv=fail', 'v=1', 'a=rsa-sha256', 'a=rsa-sha1'],
  ...[
    'd=a.example',
    's=s1',
    'b=YWE=',
    'bh=YWE=',
    'h=From:To',
    'h=',
    'c=simple',
    'l=4',
    't=1',
    'x=0',
  ],
  ...[';', ';', ';', ' ', '\r\n ', '=', ':', '(', ')', '"', '<', '>', ',', '\xa0', 'i=@b.example'],
  ...['https://a.example/', 'mailto:a@b.example', 'List-Unsubscribe=One-Click', 'spf=pass', 'none'],
  ...['mx.example.org', 'smtp.mailfrom=a@b.example', 'reason=x', 'ann@a.example'],
]
const value = fc.array(fc.constantFrom(...words), { maxLength: 24 }).map((parts) => parts.join(''))
const field = fc
  .tuple(fc.constantFrom(...names), fc.oneof(value, fc.string({ maxLength: 40 })))
  .map(([name, text]) => `${name}: ${text}\r\n`)
const texts = fc.array(field, { maxLength: 8 }).map((fields) => `${fields.join('')}\r\nHi\r\n`)

const read = (text: string): Message => parseMessage(latin1(text))

function expectInside(text: string, spans: readonly Span[]): void {
  for (const { from, to } of spans) {
    expect(from).toBeGreaterThanOrEqual(0)
    expect(to).toBeGreaterThanOrEqual(from)
    expect(to).toBeLessThanOrEqual(text.length)
  }
}

test('any chain has a verdict, and its steps stand inside the message', () =>
  fc.assert(
    fc.property(texts, (written) => {
      const message = read(written)
      const verdict = runSync(validateArc(message, { now: 0 }), ({ ask }) => {
        if (ask === 'dns') return { status: 'nxdomain', records: [] }
        return ask === 'digest' ? new Uint8Array(32) : false
      })
      expect(verdict.status).not.toBe('pass')
      const spans = [...walkSteps(verdict.trace)].flatMap(({ span }) => span ?? [])
      expectInside(message.text, spans)
    }),
    runsOf(52, 400),
  ))

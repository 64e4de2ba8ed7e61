import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { latin1 } from '../core/bytes.ts'
import { applyEdits, type Diagnostic } from '../core/diagnostic.ts'
import type { Span } from '../core/span.ts'
import { parseMessage, type Message } from '../message/parse.ts'
import { arcFamily } from './arc/family.ts'
import { signatureFamily } from './dkim/signature-family.ts'
import { unsubscribeFamily } from './list-unsubscribe/family.ts'
import { resultsFamily } from './results/family.ts'
import { runsOf } from '../../tests/fuzz/runs.ts'

const lints: readonly (readonly [string, (message: Message) => Diagnostic[]])[] = [
  ['signature', (message) => signatureFamily.lint(message)],
  ['arc', (message) => arcFamily.lint(message)],
  ['unsubscribe', (message) => unsubscribeFamily.lint(message)],
  [
    'results',
    (message) =>
      message.fields.flatMap(({ valueSpan }) => resultsFamily.lint(message.text, valueSpan)),
  ],
]

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

describe.each(lints)('%s', (_, lint) => {
  test('findings and fixes of any message stand inside of it', () =>
    fc.assert(
      fc.property(texts, (written) => {
        const message = read(written)
        for (const { span, fixes } of lint(message)) {
          expectInside(message.text, [span])
          for (const { edits } of fixes) {
            const spans = edits.map((edit) => edit.span)
            expectInside(message.text, spans)
            expect(applyEdits(message.text, edits)).not.toBe(message.text)
          }
        }
      }),
      runsOf(8617, 400),
    ))

  test('a fix never changes how many fields a message has', () =>
    fc.assert(
      fc.property(texts, (written) => {
        const message = read(written)
        for (const { fixes } of lint(message))
          for (const { edits } of fixes)
            expect(read(applyEdits(message.text, edits)).fields).toHaveLength(message.fields.length)
      }),
      runsOf(6376, 400),
    ))

  test.each([';', 'a=b;', 'h=a:', ':', 'i=1; ', ' ', '<', '(', '=', 'From:', 'a.b=c '])(
    '200000 octets of %j are looked through to their end',
    (part) => {
      const long = part.repeat(200_000 / part.length)
      const message = read(names.map((name) => `${name}: i=1; h=${long}\r\n`).join(''))
      // Quadratic time would take minutes, and the runner would not wait so long.
      expectInside(
        message.text,
        lint(message).map(({ span }) => span),
      )
    },
  )
})

test('500 ARC fields are looked through to their end', () => {
  const fields = Array.from({ length: 500 }, (_, at) => `ARC-Seal: i=${(at % 50) + 1}; cv=pass\r\n`)
  const message = read(fields.join(''))
  const found = arcFamily.lint(message)
  expect(found.length).toBeGreaterThan(0)
  expectInside(
    message.text,
    found.map(({ span }) => span),
  )
})

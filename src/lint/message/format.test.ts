import fc from 'fast-check'
import { expect, test } from 'vitest'
import { latin1 } from '../../core/bytes.ts'
import { applyEdits, type Diagnostic } from '../../core/diagnostic.ts'
import { readMarks } from '../../core/marks.ts'
import { formatSubject } from './subject.ts'
import { formatFamily, mimeFamily } from './family.ts'
import { parseMessage, type Message } from '../../message/parse.ts'
import { runsOf } from '../../../tests/fuzz/runs.ts'

const read = (text: string): Message => parseMessage(latin1(text))

const lint = (text: string): Diagnostic[] => {
  const message = read(text)
  return [...formatFamily.lint(message), ...mimeFamily.lint(message)]
}

test('each kind of problem that a parser names is reported by a rule of its own', () => {
  const [reported, met] = [new Set<string>(), new Set<string>()]
  for (const { bad } of [...formatFamily.rules, ...mimeFamily.rules])
    for (const example of bad) {
      const { text } = readMarks(example)
      const { problems } = formatSubject(read(text))
      for (const [code, [first]] of problems) {
        met.add(code)
        const found = lint(text).find(({ span }) => span.from === first!.span.from)
        if (found) reported.add(code)
      }
    }
  expect([...met].filter((code) => !reported.has(code))).toEqual([])
  expect(met.size).toBeGreaterThan(18)
})

test('a message as it should be has no findings', () =>
  expect(
    lint(
      [
        'Return-Path: <ann@example.org>',
        'Received: from mail.example.org (mail.example.org [192.0.2.1])',
        ' by mx.example.net with ESMTPS id 4F for <bob@example.net>;',
        ' Mon, 01 Jun 2026 12:00:02 +0000',
        'From: =?utf-8?Q?J=C3=B6rg?= <ann@example.org>',
        'To: Bob <bob@example.net>, "Carol, X" <carol@example.net>',
        'Subject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?= from here',
        'Date: Mon, 01 Jun 2026 14:00:00 +0200',
        'Message-ID: <a1.b2@mail.example.org>',
        'In-Reply-To: <c3@mail.example.net>',
        'References: <d4@mail.example.net> <c3@mail.example.net>',
        'MIME-Version: 1.0',
        'Content-Type: multipart/alternative; boundary="=_1"',
        '',
        '--=_1',
        'Content-Type: text/plain; charset=utf-8',
        'Content-Transfer-Encoding: quoted-printable',
        '',
        'Gr=C3=BC=C3=9Fe',
        '--=_1',
        'Content-Type: text/html; charset=utf-8',
        'Content-Transfer-Encoding: base64',
        '',
        'PHA+SGk8L3A+',
        '--=_1--',
        '',
      ].join('\r\n'),
    ),
  ).toEqual([]))

const names = [
  ...['From', 'To', 'Cc', 'Bcc', 'Sender', 'Reply-To', 'Date', 'Subject', 'Message-ID'],
  ...['References', 'Received', 'Return-Path', 'Content-Type', 'Content-Transfer-Encoding'],
  ...['Content-Disposition', 'Content-ID', 'MIME-Version', 'Resent-To'],
]
const words = [
  ...['ann@example.org', '<', '>', '@a.example:', ',', ',', ';', ':', '"', '(', ')', '\\', '.'],
  ...[' ', '\r\n ', '\r\n\t', '\r\n  \r\n ', '\n', '\r', '\0', '\x1b', '\xc3\xbc', '\xfc'],
  ...['=?utf-8?Q?a=C3=BC?=', '=?utf-8?B?YW?=', '=?utf-8?Q?a b?=', '=?', '?=', 'J. Doe', 'g:'],
  ...['Mon, 01 Jun 2026 12:00:00 +0000', '1 Jun 26 12:00 EST', '<a1@example.org>', 'GMT'],
  ...['multipart/mixed', 'multipart/alternative', 'text/html', 'charset=utf-8', 'boundary=b'],
  ...['base64', 'quoted-printable', 'filename="a/b"', 'by b.example', 'with UTF8SMTP', '1.0'],
]
const lines = [
  '--b',
  '--b--',
  '',
  'Hi',
  'cid:x',
  '"cid:x"',
  '=',
  '=3D',
  'YWI=',
  '\xfc',
  'x'.repeat(80),
]
const field = fc
  .tuple(fc.constantFrom(...names), fc.array(fc.constantFrom(...words), { maxLength: 9 }))
  .map(([name, parts]) => `${name}:${parts.join('')}\r\n`)
const part = fc.oneof(
  field,
  fc.constantFrom(...lines).map((line) => `${line}\r\n`),
)
const texts = fc
  .tuple(fc.array(field, { maxLength: 8 }), fc.array(part, { maxLength: 10 }))
  .map(([head, body]) => `${head.join('')}\r\n${body.join('')}`)

test('findings of any message stand inside of it, and each fix takes its finding away', () =>
  fc.assert(
    fc.property(texts, (text) => {
      const found = lint(text)
      const count = (all: readonly Diagnostic[], code: string): number =>
        all.filter((one) => one.code === code).length
      for (const { code, span, fixes } of found) {
        expect(0 <= span.from && span.from <= span.to && span.to <= text.length).toBe(true)
        for (const { title, edits } of fixes) {
          const fixed = applyEdits(text, edits)
          expect(count(lint(fixed), code), JSON.stringify([code, title, fixed])).toBeLessThan(
            count(found, code),
          )
        }
      }
    }),
    runsOf(5322, 600),
  ))

test.each([
  ...['<', '>', ',', ':', '"', '(', '\\', '\n', '\r', '\0', '\xfc', 'g:', '=?a?q?', '<a', 'a, '],
  ...['ann@example.org', '@a.example:', '=?utf-8?Q?a b?=', '\r\n x', '\r\n  \r\n ', 'charset=a;'],
])('10000 octets of %j are looked through to their end', (word) => {
  const long = word.repeat(Math.floor(10_000 / word.length))
  const head = names.map((name) => `${name}: ${long}\r\n`).join('')
  const text = `${head}\r\n${long}`
  // Quadratic time would take minutes, and the runner would not wait so long.
  for (const { span } of lint(text)) expect(span.to).toBeLessThanOrEqual(text.length)
})

test.each([
  ['From: ann@example.org\r\n\r\r\nSubject: Hi\r\n\r\nHi\r\n', []],
  ['Subject: Hi\r\n\r\nHi\r\n\r\r\n', ['Subject: Hi\r\n\r\nHi\r\n\r\n']],
])('a carriage return is taken out where that does not end the header: %j', (text, fixed) => {
  const found = lint(text).filter(({ code }) => code === 'message/bare-cr')
  expect(found.flatMap(({ fixes }) => fixes.map(({ edits }) => applyEdits(text, edits)))).toEqual(
    fixed,
  )
})

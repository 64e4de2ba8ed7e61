import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromLatin1, latin1, utf8 } from '../../core/bytes.ts'
import { displayValue, fieldNamed } from '../field.ts'
import { decodedText, leavesOf } from '../mime/decode.ts'
import { parseMime } from '../mime/tree.ts'
import { parseMessage } from '../parse.ts'
import { addFooter } from './add-footer.ts'
import { withField, withFieldsOnTop, withoutFields } from './edit.ts'
import { refoldSubject } from './refold-subject.ts'
import { replaceText } from './replace-text.ts'
import { tagSubject } from './tag-subject.ts'
import { trimBody } from './trim.ts'

const text = (bytes: Uint8Array): string => fromLatin1(bytes)

describe('a subject is tagged', () => {
  test.each([
    ['Subject: Hello\r\n\r\nHi\r\n', 'Subject: [club] Hello\r\n\r\nHi\r\n'],
    ['Subject: Re: [club] Hello\r\n\r\nHi\r\n', 'Subject: Re: [club] Hello\r\n\r\nHi\r\n'],
    ['From: a@b\r\n\r\nHi\r\n', 'From: a@b\r\nSubject: [club] (no subject)\r\n\r\nHi\r\n'],
    ['From: a@b\r\n', 'From: a@b\r\nSubject: [club] (no subject)\r\n'],
  ])('%j → %j', (before, after) => expect(text(tagSubject(latin1(before), '[club]'))).toBe(after))

  test('with what it says in other scripts', () => {
    const tagged = parseMessage(
      tagSubject(utf8('Subject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?=\r\n\r\n'), '[ü]'),
    )
    expect(displayValue(fieldNamed(tagged, 'Subject')!)).toBe('[ü] Grüße')
  })
})

describe('a body is trimmed', () => {
  test.each([
    ['A: b\r\n\r\nHi \t\r\nyou\r\n\r\n\r\n', 'A: b\r\n\r\nHi\r\nyou\r\n'],
    ['A: b \r\n\r\nHi\r\n', 'A: b \r\n\r\nHi\r\n'],
    ['A: b\r\n', 'A: b\r\n'],
  ])('%j → %j', (before, after) => expect(text(trimBody(latin1(before)))).toBe(after))
})

test.each([
  [
    'A: b\r\nSubject: one two  three \r\n\r\nHi\r\n',
    'A: b\r\nSubject: one\r\n two\r\n three \r\n\r\nHi\r\n',
  ],
  ['Subject: one\r\n two\r\n\r\n', 'Subject: one\r\n two\r\n\r\n'],
  ['A: b c\r\n', 'A: b c\r\n'],
])('a subject is folded anew: %j → %j', (before, after) =>
  expect(text(refoldSubject(latin1(before)))).toBe(after),
)

test.each([
  ['A: 120\r\n\r\n120, no 12\r\n', 'A: 120\r\n\r\n$&7, no 12\r\n'],
  ['A: 120\r\n', 'A: 120\r\n'],
])('words of the text become others: %j → %j', (before, after) =>
  expect(text(replaceText(latin1(before), '120', '$&7'))).toBe(after),
)

describe('a footer is added', () => {
  const shown = (before: string): string[] => {
    const message = parseMessage(addFooter(latin1(before), 'Ünsubscribe'))
    return [...leavesOf(parseMime(message))].map(
      (part) => `${part.type}: ${decodedText(message, part)}`,
    )
  }
  test.each([
    ['plain text', 'A: b\r\n\r\nHi', ['text/plain: Hi\r\nÜnsubscribe\r\n']],
    [
      'quoted-printable',
      'Content-Transfer-Encoding: quoted-printable\r\n\r\nHi=3D\r\n',
      ['text/plain: Hi=\r\nÜnsubscribe\r\n'],
    ],
    [
      'base64',
      'Content-Transfer-Encoding: base64\r\n\r\nSGkNCg==\r\n',
      ['text/plain: Hi\r\nÜnsubscribe\r\n'],
    ],
    [
      'a multipart/mixed',
      'Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nHi\r\n--x--\r\n',
      ['text/plain: Hi', 'text/plain: Ünsubscribe\r\n'],
    ],
    [
      'a page',
      'Content-Type: text/html\r\n\r\n<p>Hi\r\n',
      ['text/html: <p>Hi\r\n', 'text/plain: Ünsubscribe\r\n'],
    ],
    [
      'a header alone',
      'Content-Type: text/html\r\n',
      ['text/html: ', 'text/plain: Ünsubscribe\r\n'],
    ],
  ])('to %s', (_, before, after) => expect(shown(before)).toEqual(after))
})

describe('fields', () => {
  const message = latin1('From: a@b\r\nTo: c@d,\r\n e@f\r\n\r\nTo: body\r\n')
  test('are taken out whole', () =>
    expect(text(withoutFields(message, ({ lower }) => lower === 'to'))).toBe(
      'From: a@b\r\n\r\nTo: body\r\n',
    ))
  test('are replaced where they stand', () =>
    expect(text(withField(message, 'From', 'x@y'))).toBe(
      'From: x@y\r\nTo: c@d,\r\n e@f\r\n\r\nTo: body\r\n',
    ))
  test('are added at the end of the header', () =>
    expect(text(withField(message, 'Reply-To', 'x@y'))).toContain(
      ' e@f\r\nReply-To: x@y\r\n\r\nTo:',
    ))
  test('are added on top', () =>
    expect(text(withFieldsOnTop(message, 'A: b\r\n'))).toMatch(/^A: b\r\nFrom/))
})

test('any octets can be changed without a throw, and the body stays behind the header', () =>
  fc.assert(
    fc.property(
      fc
        .array(
          fc.constantFrom(
            ...['Subject: a\r\n', 'Content-Type: multipart/mixed; boundary=x\r\n', '\r\n', '\n'],
            ...['--x\r\n', '--x--', 'Content-Transfer-Encoding: base64\r\n', ' ', '\xff', 'a', ':'],
          ),
        )
        .map((pieces) => latin1(pieces.join(''))),
      (bytes) => {
        for (const change of [tagSubject, addFooter, trimBody])
          expect(change(bytes, '[x]')).toBeInstanceOf(Uint8Array)
        expect(fieldNamed(parseMessage(withField(bytes, 'X-New', '1')), 'X-New')?.value).toBe('1')
      },
    ),
    { numRuns: 500 },
  ))

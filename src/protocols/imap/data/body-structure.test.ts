import { describe, expect, test } from 'vitest'
import { utf8 } from '../../../core/bytes.ts'
import { fetchBodyStructure } from './body-structure.ts'

const mail = (...lines: readonly string[]): Uint8Array => utf8(lines.join('\r\n'))

/** BODY, and BODYSTRUCTURE. */
const structures = (bytes: Uint8Array): [body: string, structure: string] => [
  fetchBodyStructure(bytes, 'BODY'),
  fetchBodyStructure(bytes, 'BODYSTRUCTURE'),
]

const part = (...header: readonly string[]): string =>
  fetchBodyStructure(mail(...header, '', 'Hello', 'World', ''), 'BODYSTRUCTURE')

describe('one part', () => {
  test.each([
    [[], '("text" "plain" ("charset" "us-ascii") NIL NIL "7bit" 14 2 NIL NIL NIL NIL)'],
    [
      ['Content-Type: TEXT/PLAIN; CHARSET=US-ASCII'],
      '("TEXT" "PLAIN" ("CHARSET" "US-ASCII") NIL NIL "7bit" 14 2 NIL NIL NIL NIL)',
    ],
    [['Content-Type: text/html'], '("text" "html" NIL NIL NIL "7bit" 14 2 NIL NIL NIL NIL)'],
    [
      ['Content-Type: image/png; name="a \\"b\\".png"', 'Content-Transfer-Encoding: BASE64 (yes)'],
      '("image" "png" ("name" "a \\"b\\".png") NIL NIL "BASE64" 14 NIL NIL NIL NIL)',
    ],
    [
      [
        'Content-Type: application/pdf',
        'Content-ID: <1@a.example>',
        'Content-Description: A message',
        'Content-MD5: Q2hlY2sgSW50ZWdyaXR5IQ==',
        'Content-Disposition: attachment; filename=a.pdf; size=14',
        'Content-Language: en',
        'Content-Location: http://a.example/a.pdf',
      ],
      '("application" "pdf" NIL "<1@a.example>" "A message" "7bit" 14 "Q2hlY2sgSW50ZWdyaXR5IQ==" ("attachment" ("filename" "a.pdf" "size" "14")) "en" "http://a.example/a.pdf")',
    ],
    [
      [
        'Content-Type: text/x; a=1; b',
        'Content-Disposition: inline',
        'Content-Language: en, de (Deutsch)',
      ],
      '("text" "x" ("a" "1") NIL NIL "7bit" 14 2 NIL ("inline" NIL) ("en" "de") NIL)',
    ],
    [
      ["Content-Type: text/plain; name*0*=utf-8''a%20; name*1=b"],
      '("text" "plain" ("name*0*" "utf-8\'\'a%20" "name*1" "b") NIL NIL "7bit" 14 2 NIL NIL NIL NIL)',
    ],
  ])('%o', (header, printed) => expect(part(...header)).toBe(printed))

  test.each([
    ['Content-Type: nonsense'],
    ['Content-Type: '],
    ['Content-Type: a/b/c'],
    ['Content-Type: text/'],
    ['Content-Type: multipart/mixed'],
    ['Content-Type: multipart/mixed; boundary=""'],
  ])('%s cannot be used: it is plain text (RFC 2045 §5.2)', (header) =>
    expect(part(header)).toMatch(/^\("text" "plain" \("charset" "us-ascii"\)/),
  )

  test('a character beyond ASCII in a file name', () => {
    const bytes = mail('Content-Disposition: attachment; filename="ä.txt"', '', '')
    expect(fetchBodyStructure(bytes, 'BODYSTRUCTURE')).toContain('("filename" {6}\r\nÃ¤.txt)')
    expect(fetchBodyStructure(bytes, 'BODYSTRUCTURE', 'utf8')).toContain('("filename" "Ã¤.txt")')
  })
})

describe('parts in parts', () => {
  test('the multipart of RFC 9051 §7.5.2, as far as the RFC shows it', () => {
    const bytes = mail(
      'Content-Type: MULTIPART/MIXED; BOUNDARY=x',
      '',
      '--x',
      'Content-Type: TEXT/PLAIN; CHARSET="US-ASCII"',
      '',
      'line 1',
      'line 2',
      '--x',
      'Content-Type: TEXT/PLAIN; CHARSET=US-ASCII; NAME=cc.diff',
      'Content-ID: <960723163407.20117h@cac.washington.edu>',
      'Content-Description: Compiler diff',
      'Content-Transfer-Encoding: BASE64',
      '',
      'aGVsbG8=',
      '',
      '--x--',
    )
    const first = '("TEXT" "PLAIN" ("CHARSET" "US-ASCII") NIL NIL "7bit" 14 1'
    const second =
      '("TEXT" "PLAIN" ("CHARSET" "US-ASCII" "NAME" "cc.diff") "<960723163407.20117h@cac.washington.edu>" "Compiler diff" "BASE64" 10 1'
    expect(structures(bytes)).toEqual([
      `(${first})${second}) "MIXED")`,
      `(${first} NIL NIL NIL NIL)${second} NIL NIL NIL NIL) "MIXED" ("BOUNDARY" "x") NIL NIL NIL)`,
    ])
  })

  test('a message has its envelope, its structure and its lines', () => {
    const bytes = mail(
      'Content-Type: message/rfc822',
      '',
      'Subject: in it',
      'From: a@b.example',
      '',
      'Hi',
      '',
    )
    const from = '((NIL NIL "a" "b.example"))'
    expect(fetchBodyStructure(bytes, 'BODY')).toBe(
      `("message" "rfc822" NIL NIL NIL "7bit" 41 (NIL "in it" ${from} ${from} ${from} NIL NIL NIL NIL NIL) ("text" "plain" ("charset" "us-ascii") NIL NIL "7bit" 4 1) 4)`,
    )
  })

  test('parts of a digest are messages unless they state another type (RFC 2046 §5.1.5)', () => {
    const bytes = mail(
      'Content-Type: multipart/digest; boundary=x',
      '',
      '--x',
      '',
      'Subject: one',
      '',
      '--x',
      'Content-Type: text/plain',
      '',
      '--x--',
    )
    expect(fetchBodyStructure(bytes, 'BODY')).toMatch(
      /^\(\("message" "rfc822" NIL NIL NIL "7bit" \d+ \(NIL "one" [^]*\)\("text" "plain" NIL [^]*\) "digest"\)$/,
    )
  })

  test('a multipart without parts has one, which is empty: its form needs one', () => {
    const bytes = mail('Content-Type: multipart/mixed; boundary=x', '', 'nothing here')
    expect(fetchBodyStructure(bytes, 'BODY')).toBe(
      '(("text" "plain" ("charset" "us-ascii") NIL NIL "7bit" 0 0) "mixed")',
    )
  })
})

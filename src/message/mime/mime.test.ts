import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromUtf8, latin1 } from '../../core/bytes.ts'
import { slice } from '../../core/span.ts'
import { parseMessage } from '../parse.ts'
import { decodeMimeBase64 } from './base64.ts'
import { parseParameterValue } from './content-type.ts'
import { leavesOf, readableText } from './decode.ts'
import { decodeQuotedPrintable } from './quoted-printable.ts'
import { MAX_DEPTH, parseMime, type Part } from './tree.ts'

const message = (lines: string[]) => parseMessage(latin1(lines.join('\r\n')))
const read = (lines: string[]) => {
  const parsed = message(lines)
  return readableText(parsed, parseMime(parsed))
}

test.each([
  ['no charset: UTF-8', [], 'caf\xc3\xa9', 'café'],
  ['Latin-1', ['Content-Type: text/plain; charset=iso-8859-1'], 'caf\xe9', 'café'],
  ['base64', ['Content-Transfer-Encoding: BASE64'], 'Y2Fm\r\nw6k=', 'café'],
  [
    'quoted-printable',
    ['Content-Transfer-Encoding: quoted-printable'],
    'ca=\r\nf=C3=A9 \r\nx',
    'café\r\nx',
  ],
])('a simple message, %s', (_, headers, body, text) =>
  expect(read([...headers, '', body])).toBe(text),
)

const multipart = [
  'Content-Type: multipart/alternative; boundary="x y"',
  '',
  'preamble',
  '--x y',
  'Content-Type: text/html',
  '',
  '<p>Hi',
  '--x y  ',
  '',
  'Hi',
  '',
  '--x y--',
  'epilogue',
]

test('the parts of a multipart stand where they stand', () => {
  const parsed = message(multipart)
  const tree = parseMime(parsed)
  expect(tree.parts.map(({ type }) => type)).toEqual(['text/html', 'text/plain'])
  expect(tree.parts.map(({ body }) => slice(parsed.text, body))).toEqual(['<p>Hi', 'Hi\r\n'])
  expect(readableText(parsed, tree)).toBe('Hi\r\n')
})

test('a multipart that is never closed keeps its last part', () => {
  const parsed = message(multipart.slice(0, 7))
  expect(parseMime(parsed).parts.map(({ body }) => slice(parsed.text, body))).toEqual(['<p>Hi'])
})

test.each([
  ['text/plain', { value: 'text/plain', parameters: {} }],
  ['Text/HTML; Charset="utf-8"', { value: 'text/html', parameters: { charset: 'utf-8' } }],
  ['text/plain (x); a = b; c="d;e"', { value: 'text/plain', parameters: { a: 'b', c: 'd;e' } }],
  [
    'attachment; filename="a \\"b\\".txt"',
    { value: 'attachment', parameters: { filename: 'a "b".txt' } },
  ],
  [';;=;x', { value: '', parameters: {} }],
])('%s', (text, value) => expect(parseParameterValue(text)).toEqual(value))

test.each([
  ['aGk=', 'hi'],
  ['a G\r\nk', 'hi'],
  ['aGk=aGk=', 'hi'],
  ['!', ''],
])('base64 %j is %j', (text, read) => expect(fromUtf8(decodeMimeBase64(text))).toBe(read))

test.each([
  ['a=3Db', 'a=b'],
  ['a=\r\nb', 'ab'],
  ['a= \r\nb', 'ab'],
  ['a =zz', 'a =zz'],
])('quoted-printable %j is %j', (text, read) =>
  expect(fromUtf8(decodeQuotedPrintable(text))).toBe(read),
)

const depthOf = (part: Part): number => 1 + Math.max(0, ...part.parts.map(depthOf))

test('parts in parts end at a depth', () => {
  const nested = Array.from({ length: 40 }, (_, at) => [
    `Content-Type: multipart/mixed; boundary=b${at}.`,
    '',
    `--b${at}.`,
  ]).flat()
  expect(depthOf(parseMime(message(nested)))).toBe(MAX_DEPTH + 1)
})

test('any octets have a tree', () =>
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('--b', '--b--', '', 'x', 'Content-Type: multipart/a; boundary=b')),
      (lines) => {
        const parsed = message(['Content-Type: multipart/mixed; boundary=b', ...lines])
        for (const { span, body } of leavesOf(parseMime(parsed))) {
          expect(span.from).toBeLessThanOrEqual(body.from)
          expect(body.to).toBeLessThanOrEqual(parsed.text.length)
        }
      },
    ),
    { seed: 2046, numRuns: 300 },
  ))

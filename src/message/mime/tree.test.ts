import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromUtf8, latin1 } from '../../core/bytes.ts'
import { slice } from '../../core/span.ts'
import { fieldNamed } from '../field.ts'
import { parseMessage } from '../parse.ts'
import { decodedBytes, walkParts } from './decode.ts'
import { readMime } from './tree.ts'

const read = (lines: readonly string[]) => {
  const message = parseMessage(latin1(lines.join('\r\n')))
  return { message, ...readMime(message) }
}
const MIXED = 'Content-Type: multipart/mixed; boundary=b'

test('what stands before and behind the parts is kept', () => {
  const { message, root, problems } = read([MIXED, '', 'before', '--b', '', 'x', '--b--', 'behind'])
  expect(problems).toEqual([])
  expect(slice(message.text, root.preamble!)).toBe('before')
  expect(slice(message.text, root.epilogue!)).toBe('behind')
})

test('a message inside of a message has its own header', () => {
  const inner = ['From: a@a.example', 'Subject: in', '', 'Hi']
  const { message, root, problems } = read([
    MIXED,
    '',
    '--b',
    'Content-Type: message/rfc822',
    '',
    ...inner,
    '--b--',
    '',
  ])
  expect(problems).toEqual([])
  const found = root.parts[0]?.inner
  expect(fieldNamed(found!, 'Subject')?.value).toBe('in')
  expect(slice(message.text, found!.body)).toBe('Hi')
  expect([...walkParts(root)].map(({ type }) => type)).toEqual([
    'multipart/mixed',
    'message/rfc822',
    'text/plain',
  ])
})

test('parts of a digest are messages unless they state another type', () => {
  const { root } = read([
    'Content-Type: multipart/digest; boundary=b',
    ...[
      '',
      '--b',
      '',
      'Subject: one',
      '',
      'x',
      '--b',
      'Content-Type: text/plain',
      '',
      'y',
      '--b--',
      '',
    ],
  ])
  expect(root.parts.map(({ type }) => type)).toEqual(['message/rfc822', 'text/plain'])
  expect(fieldNamed(root.parts[0]!.inner!, 'Subject')?.value).toBe('one')
})

test('a piece of a message states which it is', () =>
  expect(
    read(['Content-Type: message/partial; id="x@a.example"; number=2; total=3', '', 'y']).root
      .fragment,
  ).toEqual({ id: 'x@a.example', number: 2, total: 3 }))

test('a name in pieces, in another charset, or in encoded words', () => {
  const name = (...fields: string[]) => read([...fields, '', '']).root.filename
  expect(name("Content-Disposition: attachment; filename*0*=utf-8''%C3%A9; filename*1=.txt")).toBe(
    'é.txt',
  )
  expect(name('Content-Type: a/b; name="=?utf-8?Q?=C3=A9.txt?="')).toBe('é.txt')
})

test('uuencode is undone', () => {
  const { message, root } = read([
    'Content-Transfer-Encoding: x-uuencode',
    '',
    'begin 644 a',
    '#0V%T',
    '`',
    'end',
    '',
  ])
  expect(fromUtf8(decodedBytes(message, root))).toBe('Cat')
})

test.each([
  [
    'no boundary',
    ['Content-Type: multipart/mixed', '', 'x'],
    'mime/no-boundary',
    ' multipart/mixed',
  ],
  [
    'an odd boundary',
    ['Content-Type: multipart/mixed; boundary="b*"', '', '--b*', '', '--b*--'],
    'mime/boundary',
    ' multipart/mixed; boundary="b*"',
  ],
  ['a boundary nowhere', [MIXED, '', 'x'], 'mime/boundary-missing', ' multipart/mixed; boundary=b'],
  ['no end', [MIXED, '', '--b', '', 'x'], 'mime/not-closed', ''],
  ['no type', ['Content-Type: text', '', 'x'], 'mime/type', 'text'],
  ['an unknown encoding', ['Content-Transfer-Encoding: rot13', '', 'x'], 'mime/encoding', ' rot13'],
  [
    'parts that are encoded',
    [MIXED, 'Content-Transfer-Encoding: base64', '', '--b', '', 'x', '--b--'],
    'mime/encoded-parts',
    ' base64',
  ],
  ['8 bits without a declared encoding', ['Subject: x', '', 'caf\xe9'], 'mime/eight-bit', '\xe9'],
  ['no base64', ['Content-Transfer-Encoding: base64', '', 'aG!k'], 'mime/base64', '!'],
  ['a parameter without a value', ['Content-Type: text/plain; x', '', ''], 'mime/parameter', 'x'],
])('%s', (_, lines, code, where) => {
  const { message, problems } = read(lines)
  expect(problems.map((problem) => problem.code)).toEqual([code])
  expect(slice(message.text, problems[0]!.span)).toBe(where)
})

test('any octets have a tree, with spans inside', () =>
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom(
          '--b',
          '--b--',
          '',
          'x',
          '\xe9',
          MIXED,
          'Content-Type: message/rfc822',
          'Content-Type: multipart/digest; boundary=b',
        ),
      ),
      (lines) => {
        const { message, root, problems } = read([MIXED, ...lines])
        const spans = [...walkParts(root)].flatMap((part) => [part.span, part.body])
        for (const { from, to } of [...spans, ...problems.map(({ span }) => span)]) {
          expect(from).toBeLessThanOrEqual(to)
          expect(to).toBeLessThanOrEqual(message.text.length)
        }
      },
    ),
    { seed: 2046, numRuns: 300 },
  ))

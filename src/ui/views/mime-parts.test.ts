import { describe, expect, test } from 'vitest'
import { latin1 } from '../../core/bytes.ts'
import { readParts, sizeText, type MessagePart } from './mime-parts.ts'

const read = (...lines: string[]) => readParts(latin1(lines.join('\r\n')))

const draw = ({ type, role, filename, parts }: MessagePart, indent = ''): string[] => [
  `${indent}${type} ${role}${filename ? ` ${filename}` : ''}`,
  ...parts.flatMap((part) => draw(part, `${indent}  `)),
]

const mixed = [
  ...['Content-Type: multipart/mixed; boundary=m', '', '--m'],
  ...['Content-Type: multipart/related; boundary=r', '', '--r'],
  ...['Content-Type: multipart/alternative; boundary=a', '', '--a', '', 'Hello', '--a'],
  ...['Content-Type: text/html; charset=utf-8', 'Content-Transfer-Encoding: quoted-printable', ''],
  ...['<p>caf=C3=A9</p>', '--a--', '--r'],
  ...[
    'Content-Type: image/png',
    'Content-ID: <logo@example.org>',
    'Content-Transfer-Encoding: base64',
  ],
  ...['', 'AAEC', '--r--', '--m'],
  ...['Content-Type: application/pdf', 'Content-Transfer-Encoding: base64'],
  ...[
    'Content-Disposition: attachment; filename="=?utf-8?q?caf=C3=A9.pdf?="',
    '',
    'AAECAw==',
    '--m--',
  ],
]

describe('the parts of a message', () => {
  test('are drawn as a tree, each with its role', () =>
    expect(draw(read(...mixed).root)).toEqual([
      'multipart/mixed container',
      '  multipart/related container',
      '    multipart/alternative container',
      '      text/plain text',
      '      text/html text',
      '    image/png inside',
      '  application/pdf attached café.pdf',
    ]))

  test('attachments have their decoded size', () => {
    const { attachments } = read(...mixed)
    expect(attachments.map(({ filename, octets }) => [filename, octets])).toEqual([['café.pdf', 4]])
  })

  test('HTML is decoded, and its pictures are at hand', () => {
    const { html, pictures, hasPlainText } = read(...mixed)
    expect(html).toBe('<p>café</p>')
    expect(hasPlainText).toBe(true)
    expect([...pictures]).toEqual([['logo@example.org', 'data:image/png;base64,AAEC']])
  })

  test('a picture that can hold a script is none', () =>
    expect(read('Content-Type: image/svg+xml', 'Content-ID: <x>', '', '<svg/>').pictures.size).toBe(
      0,
    ))

  test('a text with a file name is attached', () =>
    expect(draw(read('Content-Type: text/plain; name=a.txt', '', 'x').root)).toEqual([
      'text/plain attached a.txt',
    ]))

  test('a message without MIME fields is one plain text', () => {
    const message = read('Subject: Hi', '', 'Hello')
    expect(draw(message.root)).toEqual(['text/plain text'])
    expect(message.html).toBeUndefined()
  })
})

test.each([
  [0, '0 octets'],
  [1, '1 octet'],
  [999, '999 octets'],
  [1400, '1.4 KB'],
  [2_500_000, '2.5 MB'],
])('%i is %s', (octets, text) => expect(sizeText(octets)).toBe(text))

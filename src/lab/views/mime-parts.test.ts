import { describe, expect, test } from 'vitest'
import { latin1 } from '../../core/bytes.ts'
import { parseMime } from '../../message/mime/tree.ts'
import { parseMessage } from '../../message/parse.ts'
import { readParts, type MessagePart } from './mime-parts.ts'

const read = (...lines: string[]) => {
  const message = parseMessage(latin1(lines.join('\r\n')))
  return readParts(message, parseMime(message))
}

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
    const { html, hasPlainText } = read(...mixed)
    expect(html?.source).toBe('<p>café</p>')
    expect(hasPlainText).toBe(true)
    expect(html?.pictures).toEqual([{ id: 'logo@example.org', url: 'data:image/png;base64,AAEC' }])
  })

  test('a picture that can hold a script is none', () =>
    expect(
      read(
        ...['Content-Type: multipart/related; boundary=r', '', '--r'],
        ...['Content-Type: text/html', '', '<p>Hi</p>', '--r'],
        ...['Content-Type: image/svg+xml', 'Content-ID: <x>', '', '<svg/>', '--r--'],
      ).html?.pictures,
    ).toEqual([]))

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

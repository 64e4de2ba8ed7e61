import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromLatin1, fromUtf8, utf8 } from '../../../core/bytes.ts'
import { parseAddresses } from '../../addresses.ts'
import { displayValue, fieldNamed } from '../../field.ts'
import { parseMessage } from '../../parse.ts'
import { decodedBytes, decodedText, leavesOf } from '../decode.ts'
import { parseMime } from '../tree.ts'
import { composeMime, type DraftPart } from './compose.ts'

const textOf = (content: DraftPart, headers: [string, string][] = []): string =>
  fromLatin1(composeMime({ headers, content }))
const read = (content: DraftPart, headers: [string, string][] = []) => {
  const message = parseMessage(composeMime({ headers, content }))
  return { message, tree: parseMime(message) }
}

test('a simple text', () =>
  expect(textOf({ type: 'text/plain', content: 'Hi\n' }, [['Subject', 'Hello']])).toBe(
    'Subject: Hello\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nHi\r\n',
  ))

test('parts, one attached', () =>
  expect(
    textOf({
      type: 'multipart/mixed',
      content: [
        { type: 'text/plain', content: 'Here.' },
        { type: 'application/pdf', content: Uint8Array.of(0x89, 1, 2), filename: 'a.pdf' },
      ],
    }),
  ).toBe(
    [
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary="=_part_1_"',
      '',
      '--=_part_1_',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'Here.',
      '',
      '--=_part_1_',
      'Content-Type: application/pdf',
      'Content-Transfer-Encoding: base64',
      'Content-Disposition: attachment; filename=a.pdf',
      '',
      'iQEC',
      '',
      '--=_part_1_--',
      '',
    ].join('\r\n'),
  ))

test.each([
  ['ASCII', 'text/plain', 'Hi\r\n', '7bit'],
  [
    'text in Latin script',
    'text/plain',
    'Déjà vu, said the man at the counter.\r\n',
    'quoted-printable',
  ],
  ['text in another script', 'text/plain', 'Привет, мир\r\n', 'base64'],
  ['a long line', 'text/plain', `${'x'.repeat(999)}\r\n`, 'quoted-printable'],
  ['octets', 'image/png', '\x89PNG', 'base64'],
  ['a message in 8 bits', 'message/rfc822', 'Subject: é\r\n\r\n', '8bit'],
])('%s, %s %j travels as %s', (_, type, text, encoding) => {
  const { message, tree } = read({ type, content: utf8(text) })
  expect(tree.encoding).toBe(encoding)
  expect(fromUtf8(decodedBytes(message, tree))).toBe(text)
})

test('a boundary stands nowhere in the parts', () => {
  const inner: DraftPart = {
    type: 'multipart/mixed',
    content: [{ type: 'text/plain', content: '--=_part_1_\n--=_part_3_--\n' }],
  }
  const { tree, message } = read({ type: 'multipart/mixed', content: [inner, inner] })
  expect(tree.parameters['boundary']).toBe('=_part_4_')
  expect(tree.parts.map(({ parameters }) => parameters['boundary'])).toEqual([
    '=_part_2_',
    '=_part_2_',
  ])
  expect(decodedText(message, tree.parts[0]!.parts[0]!)).toBe('--=_part_1_\r\n--=_part_3_--\r\n')
})

test('names and subjects are encoded where they must be', () => {
  const { message } = read({ type: 'text/plain', content: '' }, [
    ['From', 'Jörg Müller <j@a.example>'],
    ['To', '"Public, Joe" <joe@a.example>, Zoë <z@a.example>'],
    [
      'Subject',
      'Grüße aus München, und noch viel mehr Text, damit die Zeile lang genug für zwei Wörter wird',
    ],
  ])
  expect(fromLatin1(message.bytes)).toMatch(/^[\x20-\x7e\r\n]*$/)
  const names = (field: string) =>
    parseAddresses(fieldNamed(message, field)!.value).mailboxes.map(({ name }) => name)
  expect(names('From')).toEqual(['Jörg Müller'])
  expect(names('To')).toEqual(['Public, Joe', 'Zoë'])
  expect(displayValue(fieldNamed(message, 'Subject')!)).toContain('Grüße aus München, und noch')
  for (const line of message.text.split('\r\n')) expect(line.length).toBeLessThanOrEqual(78)
})

test('values stay UTF-8 where the way takes it', () => {
  const bytes = composeMime({
    headers: [['Subject', 'Grüße']],
    content: { type: 'text/plain', content: '' },
    values: 'utf-8',
  })
  expect(fromUtf8(bytes)).toContain('Subject: Grüße\r\n')
})

const leaf = fc.record({
  type: fc.constantFrom('text/plain', 'text/html', 'application/octet-stream'),
  content: fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc
      .array(fc.constantFrom('--=_part_1_', '\r\n', '.', 'é', ' ', 'From ', '=', '\0', '\r'))
      .map((parts) => utf8(parts.join(''))),
  ),
})

test('any octets come back out of any parts', () =>
  fc.assert(
    fc.property(fc.array(leaf, { minLength: 1, maxLength: 5 }), (parts) => {
      const { message, tree } = read({ type: 'multipart/mixed', content: parts })
      const leaves = [...leavesOf(tree)]
      expect(leaves.map((part) => decodedBytes(message, part))).toEqual(
        parts.map(({ content }) => content),
      )
      // Octets that are encoded stand in short lines of ASCII.
      expect(message.problems.map(({ code }) => code)).toEqual([])
    }),
    { seed: 2046, numRuns: 300 },
  ))

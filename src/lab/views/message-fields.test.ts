import { expect, test } from 'vitest'
import { composeMessage } from '../../message/compose.ts'
import { parseMime } from '../../message/mime/tree.ts'
import { parseMessage } from '../../message/parse.ts'
import { readMessage } from './message-fields.ts'

const read = (bytes: Uint8Array) => {
  const message = parseMessage(bytes)
  return readMessage(message, parseMime(message))
}

const message = (...headers: (readonly [string, string])[]) =>
  read(composeMessage({ headers, body: 'Dear Bob,\n' }))

test('fields that servers added are distinguished from the sender’s own', () => {
  const { fields } = message(
    ['Return-Path', '<a@example.org>'],
    ['Received', 'from a by b; Mon, 1 Jun 2026 08:00:00 +0000'],
    ['From', 'a@example.org'],
    ['Received', 'from nowhere; Mon, 1 Jun 2026 08:00:00 +0000'],
  )
  expect(fields.map(({ name, trace }) => [name, trace])).toEqual([
    ['Return-Path', true],
    ['Received', true],
    ['From', false],
    ['Received', false],
  ])
})

test('subject and sender are read as a person reads them', () => {
  const { subject, from, text } = message(
    ['From', '=?utf-8?q?J=C3=BCrgen?= <j@example.org>'],
    ['Subject', '=?utf-8?b?R3LDvMOfZQ==?='],
  )
  expect([subject, from, text.trim()]).toEqual(['Grüße', 'Jürgen <j@example.org>', 'Dear Bob,'])
})

test('no octets make a message too', () =>
  expect(read(new Uint8Array())).toMatchObject({ subject: '', fields: [], text: '' }))

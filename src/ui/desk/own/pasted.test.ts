import { expect, test } from 'vitest'
import { isMessage, octetsOf } from './pasted.ts'

test.each([
  ['From: a@b.example\nSubject: x\n\nHello', '', true],
  ['Received: from a\n by b\nFrom: a@b.example\n', '', true],
  ['From - Mon Jun 01 10:00:09 2026\nX-Mozilla-Status: 0001\nFrom: a@b.example\n\nHi', '', true],
  ['812\nFrom: a@b.example\n\nHi', '', true],
  ['\u0000', 'letter.eml', true],
  ['@ SOA ns hostmaster 1 2 3 4 5\n', '', false],
  ['; From: nobody\nwww A 192.0.2.1\n', '', false],
  ['---\nwww:\n  type: A\n  value: 192.0.2.1\n', 'mine.example.yaml', false],
  ['{"ResourceRecordSets": []}', '', false],
])('%j is a message: %s %s', (text, file, is) => expect(isMessage({ text, file })).toBe(is))

test('pasted lines end as a message’s do', () =>
  expect(new TextDecoder().decode(octetsOf({ text: 'a\nb\r\nc', file: '' }))).toBe('a\r\nb\r\nc'))

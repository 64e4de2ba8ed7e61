import { expect, test } from 'vitest'
import type { WireLine } from './conversation.ts'
import { refusalIn } from './refusal.ts'

const line = (text: string, more: Partial<WireLine> = {}): WireLine => ({
  ...{ kind: 'line', from: 'server', text, end: 'crlf', octets: text.length + 2 },
  ...{ sealed: false, role: 'talk', note: undefined, ...more },
})

test.each([
  ['550 5.1.1 No such mailbox here', 'good'],
  ['550-5.1.1 No such', 'good'],
  ['451 4.7.1 Come back later', 'now'],
  ['-ERR no such message', 'good'],
  ['a1 NO [AUTHENTICATIONFAILED] no', 'good'],
  ['a1 BAD no such command', 'good'],
  ['250 2.1.0 Sender accepted', undefined],
  ['354 Send the message', undefined],
  ['* NO 5 messages are large', undefined],
  ['+OK', undefined],
])('%s: %s', (text, refusal) => expect(refusalIn(line(text))).toBe(refusal))

test('what a client sends, and what a message holds, refuses nothing', () => {
  expect(refusalIn(line('550 no', { from: 'client' }))).toBeUndefined()
  expect(refusalIn(line('550 no', { role: 'literal' }))).toBeUndefined()
  expect(refusalIn({ kind: 'mark', text: '550 no' })).toBeUndefined()
})

import { expect, test } from 'vitest'
import type { LineMark, SpokenProtocol } from '../../core/text/line-mark.ts'
import { wordsIn } from './words.ts'

test.each<[SpokenProtocol, LineMark, string, string[]]>([
  ['smtp', 'ok', '250-SIZE 1000', ['code 250', 'capability SIZE']],
  ['smtp', 'ok', '250 HELP', ['code 250', 'capability HELP']],
  ['smtp', 'ok', '250 OK', ['code 250']],
  ['smtp', 'refused', '550 5.1.1 no', ['code 550', 'code 5.1.1']],
  ['smtp', 'command', 'MAIL FROM:<a@b.example>', ['verb MAIL FROM']],
  ['smtp', 'command', 'mail', ['verb mail']],
  ['smtp', 'command', 'HELLO you', []],
  ['smtp', 'message', 'DATA about something', []],
  ['imap', 'command', 'a1 uid fetch 1 FLAGS', ['verb uid fetch']],
  ['imap', 'refused', 'a1 NO not here', ['code NO']],
  ['imap', 'data', '* CAPABILITY IMAP4rev2 IDLE', ['capability IMAP4rev2', 'capability IDLE']],
  ['imap', 'ok', '* OK [CAPABILITY ID] hi', ['code OK', 'capability ID']],
  ['pop3', 'command', 'RETR 1', ['verb RETR']],
  ['pop3', 'ok', '+OK 2 messages', ['code +OK']],
  ['pop3', 'data', 'SASL PLAIN', ['capability SASL']],
  ['pop3', 'data', 'Subject: TOP', []],
])('%s %s %s', (protocol, mark, line, found) => {
  const words = wordsIn(line, { mark, protocol })
  expect(words.map(({ kind, text }) => `${kind} ${text}`)).toEqual(found)
  for (const { from, to, text } of words) expect(line.slice(from, to)).toBe(text)
})

import { expect, test } from 'vitest'
import { normalize } from './normalize.ts'
import { parseScript, readScript } from './script.ts'

const turn = (line: string) => parseScript(`== title (smtp)\n${line}`)[0]!.turns[0]!

test.each([
  ['NOOP', 'NOOP\r\n', 1],
  ['0> Noon?', 'Noon?\r\n', 0],
  ['0>', '\r\n', 0],
  ['2> RSET\\r\\nNOOP', 'RSET\r\nNOOP\r\n', 2],
  ['{ab*3}', 'ababab\r\n', 1],
  ['\\xFF\\0', '\xff\0\r\n', 1],
  ['STORE 1 (\\\\Seen)', 'STORE 1 (\\Seen)\r\n', 1],
  ['ü', '\xc3\xbc\r\n', 1],
])('%s is sent as %j', (line, octets, replies) =>
  expect(turn(line)).toMatchObject({ octets, replies, action: 'send' }),
)

test.each(['smtp.txt', 'imap.txt', 'pop3.txt'])('%s has sessions, and turns in each', (name) => {
  const sessions = readScript(name)
  expect(sessions.length).toBeGreaterThan(3)
  for (const { turns } of sessions) expect(turns.length).toBeGreaterThan(0)
})

test.each([
  ['250 2.0.0 Ok: queued as 34E93274143', '250 2.0.0 Ok: queued as ID'],
  ['* OK [UIDVALIDITY 17] UIDs valid', '* OK [UIDVALIDITY N] UIDs valid'],
  ['a OK Noop completed (0.001 + 0.000 secs).', 'a OK Noop completed (TIME).'],
  ['* LIST () "/" b\n* LIST () "/" a\na OK', '* LIST () "/" a\n* LIST () "/" b\na OK'],
  ['+OK Dovecot ready. <1.2.3@mx>', '+OK Dovecot ready. <STAMP>'],
])('%j is compared as %j', (reply, compared) => expect(normalize(reply)).toBe(compared))

import { describe, expect, test } from 'vitest'
import { commands as imapCommands } from '../../protocols/imap/commands/index.ts'
import { extensions } from '../../protocols/imap/extensions/index.ts'
import { commands as pop3Commands } from '../../protocols/pop3/commands/index.ts'
import { commands as smtpCommands } from '../../protocols/smtp/commands/index.ts'
import { wireCard } from './wire-card.ts'
import type { WireWord } from './wire-word.ts'

const card = (protocol: WireWord['protocol'], kind: WireWord['kind'], text: string) =>
  wireCard({ protocol, kind, text })

test.each<[WireWord['protocol'], WireWord['kind'], string, string]>([
  ['smtp', 'code', '503', 'comes at the wrong time'],
  ['smtp', 'code', '299', 'its first digit counts'],
  ['smtp', 'code', '5.1.1', 'no mailbox of that name'],
  ['smtp', 'code', '2.1.5', 'It went well'],
  ['smtp', 'verb', 'MAIL FROM', 'Begins a transaction'],
  ['smtp', 'verb', 'ehlo', 'Names the client'],
  ['smtp', 'capability', 'SIZE', 'largest message'],
  ['smtp', 'capability', 'VRFY', ''],
  ['imap', 'code', 'NO', 'did not work'],
  ['imap', 'verb', 'SELECT', ''],
  ['imap', 'capability', 'AUTH=PLAIN', 'mechanism'],
  ['imap', 'capability', 'IMAP4rev2', '2021'],
  ['pop3', 'code', '-ERR', 'did not work'],
  ['pop3', 'verb', 'RETR', ''],
  ['pop3', 'capability', 'SASL', 'mechanisms'],
])('%s %s %s', (protocol, kind, text, meaning) => {
  const found = card(protocol, kind, text)
  expect(found?.meaning).toContain(meaning)
  expect(found?.source).toHaveProperty('rfc')
})

test.each<[WireWord['protocol'], WireWord['kind'], string]>([
  ['smtp', 'code', '999'],
  ['smtp', 'code', '5.x'],
  ['smtp', 'verb', 'constructor'],
  ['imap', 'capability', 'XYZZY'],
])('%s has no %s %s', (protocol, kind, text) => expect(card(protocol, kind, text)).toBeUndefined())

test('the digits of a code are explained one by one', () =>
  expect(card('smtp', 'code', '550')?.parts).toEqual([
    ['5', 'no: the same line will not work'],
    ['5', 'the mail system itself'],
    ['0', 'which of those it is'],
  ]))

describe('every command and every extension has a card', () => {
  test.each([
    ...smtpCommands.map(({ verb }) => ['smtp', 'verb', verb] as const),
    ...imapCommands.map(({ verb }) => ['imap', 'verb', verb] as const),
    ...pop3Commands.map(({ verb }) => ['pop3', 'verb', verb] as const),
    ...extensions.map(({ capability }) => ['imap', 'capability', capability] as const),
  ])('%s %s %s', (protocol, kind, text) => expect(card(protocol, kind, text)).toBeDefined())
})

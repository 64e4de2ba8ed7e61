import { expect, test } from 'vitest'
import { fromUtf8, utf8 } from '../../../core/bytes.ts'
import { openSession, step } from '../server/engine.ts'
import { hostDefaults, roles, type SmtpHost } from '../server/host.ts'
import { commands } from './index.ts'

const shows = (host: Partial<SmtpHost>): string => {
  const given: SmtpHost = { ...hostDefaults, name: 'mx.example.org', ...host }
  const { session } = openSession(given, { address: '192.0.2.1' })
  const { effects } = step(session, { type: 'bytes', bytes: utf8('HELP\r\n') })
  return effects.map((effect) => (effect.type === 'send' ? fromUtf8(effect.bytes) : '')).join('')
}

/** What a host offers that has no extension but those that need nothing. */
const offeredAt = (role: SmtpHost['role']) =>
  commands.filter(
    ({ offered, roles: known, extension }) =>
      offered === 'yes' &&
      known.includes(role) &&
      (extension === undefined || extension === 'CHUNKING'),
  )

test.each(roles)('HELP explains each command that a server for %s offers, and no other', (role) => {
  const lines = offeredAt(role).map(
    ({ syntax, about }) => `214-2.0.0   ${syntax.padEnd(40)} ${about}\r\n`,
  )
  expect(shows({ role })).toBe(
    `214-2.0.0 I know these commands:\r\n${lines.join('')}214 2.0.0 HELP and a command says more\r\n`,
  )
})

test('exchange lists the verbs', () => {
  const verbs = offeredAt('mx').map(({ verb }) => verb)
  expect(shows({ personality: 'exchange' })).toBe(
    `214-This server supports the following commands:\r\n214 ${verbs.join(' ')}\r\n`,
  )
})

test('postfix knows no HELP', () =>
  expect(shows({ personality: 'postfix' })).toBe('500 5.5.2 Error: command not recognized\r\n'))

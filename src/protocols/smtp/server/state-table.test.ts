import { expect, test } from 'vitest'
import { commands } from '../commands/index.ts'
import { commandPhases } from './session.ts'
import { stateTable, verbsAllowedIn } from './state-table.ts'

test('the order of commands (RFC 5321 §4.1.4)', () => {
  const always = {
    connected: 'allowed',
    greeted: 'allowed',
    mail: 'allowed',
    rcpt: 'allowed',
    chunks: 'allowed',
  }
  const between = {
    connected: 'helloFirst',
    greeted: 'allowed',
    mail: 'inTransaction',
    rcpt: 'inTransaction',
    chunks: 'inTransaction',
  }
  expect(stateTable).toMatchObject({
    EHLO: always,
    HELO: always,
    LHLO: always,
    STARTTLS: between,
    AUTH: between,
    MAIL: {
      connected: 'helloFirst',
      greeted: 'allowed',
      mail: 'nestedMail',
      rcpt: 'nestedMail',
      chunks: 'nestedMail',
    },
    RCPT: {
      connected: 'needMail',
      greeted: 'needMail',
      mail: 'allowed',
      rcpt: 'allowed',
      chunks: 'inChunks',
    },
    DATA: {
      connected: 'needRcpt',
      greeted: 'needRcpt',
      mail: 'noRecipients',
      rcpt: 'allowed',
      chunks: 'inChunks',
    },
    BDAT: {
      connected: 'needRcpt',
      greeted: 'needRcpt',
      mail: 'noRecipients',
      rcpt: 'allowed',
      chunks: 'allowed',
    },
    RSET: always,
    NOOP: always,
    VRFY: always,
    EXPN: always,
    ETRN: between,
    HELP: always,
    QUIT: always,
  })
  expect(verbsAllowedIn('connected')).not.toContain('MAIL')
  expect(verbsAllowedIn('greeted')).toContain('MAIL')
})

test('every command has an answer in every phase', () => {
  for (const { verb, allowedIn, outOfOrder } of commands)
    for (const phase of commandPhases)
      expect([verb, phase, allowedIn.includes(phase)]).toEqual([
        verb,
        phase,
        !(phase in outOfOrder),
      ])
})

test('no verb is there twice', () => {
  const verbs = commands.map(({ verb }) => verb)
  expect(new Set(verbs).size).toBe(verbs.length)
})

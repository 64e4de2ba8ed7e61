import { describe, expect, test } from 'vitest'
import { fromUtf8, utf8 } from '../../../core/bytes.ts'
import { createMemoryStore } from '../../store/memory-store.ts'
import { commands } from '../commands/index.ts'
import { openSession, step } from './engine.ts'
import { hostDefaults, type Pop3Host } from './host.ts'
import { teaching } from '../personalities/teaching.ts'
import { commandPhases, type CommandPhase, type Pop3Session } from './session.ts'
import { states } from './transitions.ts'
import { stateTable, verbsAllowedIn } from './state-table.ts'

const host: Pop3Host = {
  ...hostDefaults,
  name: 'mail.example.org',
  plainText: 'allowed',
  accounts: [{ login: 'bob', password: 'secret' }],
}

const wayTo: Readonly<Record<CommandPhase, string>> = {
  authorization: '',
  user: 'USER bob\r\n',
  transaction: 'USER bob\r\nPASS secret\r\n',
}

const received = (effects: ReturnType<typeof step>['effects']): string =>
  effects.flatMap((one) => (one.type === 'send' ? [fromUtf8(one.bytes)] : [])).join('')

function sessionIn(phase: CommandPhase): Pop3Session {
  const store = createMemoryStore()
  const { session } = openSession(host, { address: '192.0.2.1', nonce: 'n' }, { store })
  return step(session, { type: 'bytes', bytes: utf8(wayTo[phase]) }).session
}

function send(session: Pop3Session, line: string) {
  const turn = step(session, { type: 'bytes', bytes: utf8(`${line}\r\n`) })
  return { received: received(turn.effects), session: turn.session }
}

const before = { authorization: 'allowed', user: 'allowed', transaction: 'alreadyIn' } as const
const inside = {
  authorization: 'loginFirst',
  user: 'loginFirst',
  transaction: 'allowed',
} as const
const always = { authorization: 'allowed', user: 'allowed', transaction: 'allowed' } as const

test('the table of states (RFC 1939 §3 to §7)', () => {
  const update = 'unheard'
  const rows = (verbs: string, row: Omit<(typeof stateTable)[string], 'update'>) =>
    Object.fromEntries(verbs.split(' ').map((verb) => [verb, { ...row, update }]))
  expect(stateTable).toEqual({
    ...rows('CAPA LANG QUIT', always),
    ...rows('STLS UTF8 USER APOP AUTH', before),
    ...rows('PASS', { authorization: 'userFirst', user: 'allowed', transaction: 'alreadyIn' }),
    ...rows('STAT LIST UIDL RETR TOP DELE RSET NOOP', inside),
  })
  expect(verbsAllowedIn('update')).toEqual([])
  expect(states).toEqual(['authorization', 'user', 'transaction', 'update'])
})

describe.each(commandPhases)('%s', (phase) => {
  test.each(commands.map((command) => [command.verb, command] as const))('%s', (verb, command) => {
    const { received, session } = send(sessionIn(phase), verb)
    const permission = stateTable[verb]![phase]
    if (permission === 'allowed' || permission === 'unheard') {
      const others = (['loginFirst', 'alreadyIn', 'userFirst'] as const).map(
        (why) => teaching.replies[why]({ command }).text,
      )
      for (const text of others) expect(received).not.toContain(text)
    } else {
      expect(received).toContain(teaching.replies[permission]({ command }).text)
      expect(session.phase).toBe(phase)
    }
  })
})

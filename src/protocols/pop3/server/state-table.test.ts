import { describe, expect, test } from 'vitest'
import { fromUtf8, utf8 } from '../../../core/bytes.ts'
import { createMemoryStore } from '../../store/memory-store.ts'
import { commands } from '../commands/index.ts'
import { openSession, step } from './engine.ts'
import { hostDefaults, type Pop3Host } from './host.ts'
import { teaching } from '../personalities/teaching.ts'
import { commandPhases, toUpdate, type CommandPhase, type Pop3Session } from './session.ts'
import { stateTable, tablePhases, transitions, verbsAllowedIn } from './state-table.ts'
import { apopDigest, findTimestamp } from '../wire/timestamp.ts'
import { update } from './update.ts'

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

const heardIn = (effects: ReturnType<typeof step>['effects']): string =>
  effects.flatMap((one) => (one.type === 'send' ? [fromUtf8(one.bytes)] : [])).join('')

function open(phase: CommandPhase) {
  const store = createMemoryStore()
  const inbox = store.open('bob').mailbox('INBOX')!
  inbox.append([{ bytes: utf8('A: b\r\n\r\nc\r\n'), internalDate: 0 }])
  const opened = openSession(host, { address: '192.0.2.1', nonce: 'n' }, { store })
  const { session } = step(opened.session, { type: 'bytes', bytes: utf8(wayTo[phase]) })
  return { session, store, inbox, greeting: heardIn(opened.effects) }
}

function say(session: Pop3Session, line: string) {
  const turn = step(session, { type: 'bytes', bytes: utf8(`${line}\r\n`) })
  return { heard: heardIn(turn.effects), session: turn.session }
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
  expect(tablePhases).toEqual(['authorization', 'user', 'transaction', 'update'])
})

describe.each(commandPhases)('%s', (phase) => {
  test.each(commands.map((command) => [command.verb, command] as const))('%s', (verb, command) => {
    const { heard, session } = say(open(phase).session, verb)
    const permission = stateTable[verb]![phase]
    if (permission === 'allowed' || permission === 'unheard') {
      const others = (['loginFirst', 'alreadyIn', 'userFirst'] as const).map(
        (why) => teaching.replies[why]({ command }).text,
      )
      for (const text of others) expect(heard).not.toContain(text)
    } else {
      expect(heard).toContain(teaching.replies[permission]({ command }).text)
      expect(session.phase).toBe(phase)
    }
  })
})

const digest = apopDigest(findTimestamp(open('authorization').greeting)!, 'secret')

const said: Readonly<Record<string, { readonly yes: string; readonly no?: string }>> = {
  USER: { yes: 'USER bob' },
  PASS: { yes: 'PASS secret', no: 'PASS wrong' },
  APOP: { yes: `APOP bob ${digest}`, no: 'APOP bob 0' },
  AUTH: { yes: 'AUTH PLAIN AGJvYgBzZWNyZXQ=', no: 'AUTH PLAIN AGJvYgB3cm9uZw==' },
  QUIT: { yes: 'QUIT' },
}

describe('the ways between the states are those that sessions go', () => {
  const byWord = transitions.filter(({ by, to }) => by in said && to !== 'update')
  test.each(byWord.map((way) => [way] as const))('%o', ({ from, by, on, to }) =>
    expect(say(open(from as CommandPhase).session, said[by]![on]!).session.phase).toBe(to),
  )

  test('QUIT leads through UPDATE to the end: what is marked goes, then the lock', () => {
    const { session, store, inbox } = open('transaction')
    const marked = say(session, 'DELE 1').session
    if (marked.phase !== 'transaction') throw new Error(marked.phase)
    const leaving = toUpdate(marked)
    expect(update(leaving)).toEqual({ deleted: 1, left: 0 })
    expect(inbox.messages).toEqual([])
    // The answer is still to be sent: nobody else is let in before.
    expect(store.open('bob').lockMaildrop()).toBeUndefined()
    expect(step(leaving, { type: 'bytes', bytes: utf8('NOOP\r\n') }).effects).toEqual([])
    expect(step(leaving, { type: 'closed' }).session.phase).toBe('closed')
    expect(store.open('bob').lockMaildrop()).toBeDefined()
  })

  test('no other command leads anywhere', () => {
    const moving = new Set(transitions.map(({ from, by }) => `${from} ${by}`))
    for (const phase of commandPhases)
      for (const { verb } of commands)
        if (!moving.has(`${phase} ${verb}`))
          expect([verb, say(open(phase).session, verb).session.phase]).toEqual([verb, phase])
  })
})

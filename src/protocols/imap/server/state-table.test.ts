import { describe, expect, test } from 'vitest'
import { fromLatin1, latin1 } from '../../../core/bytes.ts'
import { createMemoryStore } from '../../store/memory-store.ts'
import { commands } from '../commands/index.ts'
import { openSession, step } from './engine.ts'
import { hostDefaults, type ImapHost } from './host.ts'
import { teaching } from '../personalities/teaching.ts'
import { commandPhases, type CommandPhase, type ImapSession } from './session.ts'
import { stateTable, verbsAllowedIn } from './state-table.ts'

const host: ImapHost = {
  ...hostDefaults,
  name: 'imap.example.org',
  plaintextLogin: 'allowed',
  accounts: [{ login: 'bob', password: 'secret' }],
}

const wayTo: Readonly<Record<CommandPhase, string>> = {
  notAuthenticated: '',
  authenticated: 'x LOGIN bob secret\r\n',
  selected: 'x LOGIN bob secret\r\ny SELECT INBOX\r\n',
}

function sessionIn(phase: CommandPhase): ImapSession {
  const store = createMemoryStore()
  const { session } = openSession(host, { address: '192.0.2.1', nonce: 'n' }, store, 0)
  return step(session, { type: 'bytes', bytes: latin1(wayTo[phase]) }).session
}

function responses(session: ImapSession, lines: string): string {
  const turn = step(session, { type: 'bytes', bytes: latin1(lines) })
  return turn.effects
    .flatMap((effect) => (effect.type === 'send' ? [fromLatin1(effect.bytes)] : []))
    .join('')
}

/** Every verb by the states in which it is allowed. */
const always = commandPhases
const known: readonly CommandPhase[] = ['authenticated', 'selected']
const rows: readonly (readonly [CommandPhase[] | readonly CommandPhase[], string])[] = [
  [always, 'CAPABILITY NOOP LOGOUT ID'],
  [['notAuthenticated'], 'STARTTLS AUTHENTICATE LOGIN'],
  [known, 'ENABLE SELECT EXAMINE CREATE DELETE RENAME SUBSCRIBE UNSUBSCRIBE LIST LSUB'],
  [known, 'NAMESPACE STATUS APPEND IDLE GETQUOTA GETQUOTAROOT SETQUOTA'],
  [['selected'], 'CLOSE UNSELECT EXPUNGE CHECK SEARCH SORT THREAD FETCH STORE COPY MOVE'],
]

const uidVerbs = 'FETCH STORE COPY MOVE EXPUNGE SEARCH SORT THREAD'

describe('the table of states (RFC 9051 §6)', () => {
  test.each(rows)('%j: %s', (phases, verbs) => {
    for (const verb of verbs.split(' '))
      for (const phase of commandPhases)
        expect([verb, phase, stateTable[verb]?.[phase]]).toEqual([
          verb,
          phase,
          phases.includes(phase) ? 'allowed' : 'refused',
        ])
  })

  test('with UID, a verb is for a selected mailbox', () => {
    for (const verb of uidVerbs.split(' '))
      expect(stateTable[`UID ${verb}`]).toEqual({
        notAuthenticated: 'refused',
        authenticated: 'refused',
        selected: 'allowed',
      })
  })

  test('it has every verb once, and no other', () => {
    const listed = [
      ...rows.flatMap(([, verbs]) => verbs.split(' ')),
      ...uidVerbs.split(' ').map((verb) => `UID ${verb}`),
    ]
    expect(Object.keys(stateTable).toSorted()).toEqual(listed.toSorted())
    expect(new Set(commands.map(({ verb }) => verb)).size).toBe(commands.length)
  })

  test('before the login few commands are allowed', () =>
    expect(verbsAllowedIn('notAuthenticated')).toEqual(
      'CAPABILITY NOOP LOGOUT ID STARTTLS AUTHENTICATE LOGIN'.split(' '),
    ))
})

describe.each(commandPhases)('%s', (phase) => {
  test.each(commands.map((command) => [command.verb, command] as const))('%s', (verb, command) => {
    const refusal = `a BAD ${teaching.words.outOfOrder({ command, phase })}\r\n`
    const answer = responses(sessionIn(phase), `a ${verb}\r\n`)
    if (stateTable[verb]![phase] === 'refused') expect(answer).toBe(refusal)
    else expect(answer).not.toBe(refusal)
  })
})

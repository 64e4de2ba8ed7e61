import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromUtf8, utf8 } from '../../../core/bytes.ts'
import { phaseChangesOf } from '../../shared/transition.ts'
import { createMemoryStore } from '../../store/memory-store.ts'
import { commands } from '../commands/index.ts'
import { LEAST_IDLE } from '../limits.ts'
import { apopDigest, findTimestamp } from '../wire/timestamp.ts'
import { openSession, step } from './engine.ts'
import { hostDefaults, type Pop3Host } from './host.ts'
import {
  commandPhases,
  toUpdate,
  type CommandPhase,
  type Pop3Session,
  type SessionInput,
} from './session.ts'
import { endings, states, transitions, transitionTable } from './transitions.ts'
import { update } from './update.ts'

const host: Pop3Host = {
  ...hostDefaults,
  name: 'mail.example.org',
  plainText: 'allowed',
  accounts: [{ login: 'bob', password: 'secret' }],
}

const tls: SessionInput = { type: 'secured', tls: { version: 'TLSv1.3', cipher: 'x' } }
const line = (text: string): SessionInput => ({ type: 'bytes', bytes: utf8(`${text}\r\n`) })

type Phase = Pop3Session['phase']

const wayTo: Readonly<Record<CommandPhase, readonly SessionInput[]>> = {
  authorization: [],
  user: [line('USER bob')],
  transaction: [line('USER bob'), line('PASS secret')],
}

function connect() {
  const store = createMemoryStore()
  store
    .open('bob')
    .mailbox('INBOX')!
    .append([{ bytes: utf8('A: b\r\n\r\nc\r\n'), internalDate: 0 }])
  return { store, ...openSession(host, { address: '192.0.2.1', nonce: 'n' }, { store }) }
}

/** The phases that a session passes through, each change once. */
function walk(inputs: readonly SessionInput[]) {
  const { store, ...opened } = connect()
  let { session } = opened
  const phases: Phase[] = [session.phase]
  for (const input of inputs) {
    session = step(session, input).session
    if (session.phase !== phases.at(-1)) phases.push(session.phase)
  }
  return { phases, session, store }
}

const greeting = connect().effects.flatMap((effect) =>
  effect.type === 'send' ? [fromUtf8(effect.bytes)] : [],
)
const digest = apopDigest(findTimestamp(greeting.join(''))!, 'secret')

/** What a client sends so that a verb is answered with success, or refused. */
const scripts: Readonly<
  Record<string, { readonly yes: readonly SessionInput[]; readonly no: readonly SessionInput[] }>
> = {
  USER: { yes: [line('USER bob')], no: [line('USER')] },
  PASS: { yes: [line('PASS secret')], no: [line('PASS wrong')] },
  APOP: { yes: [line(`APOP bob ${digest}`)], no: [line('APOP bob 0')] },
  AUTH: {
    yes: [line('AUTH PLAIN'), line('AGJvYgBzZWNyZXQ=')],
    no: [line('AUTH PLAIN'), line('*')],
  },
  STLS: { yes: [line('STLS'), tls], no: [line('STLS x')] },
  QUIT: { yes: [line('QUIT')], no: [line('QUIT x')] },
}

const changesIn = (phases: readonly Phase[]): string[] =>
  phases.slice(1).map((to, at) => `${phases[at]!} ${to}`)

const phasesAfter = (from: CommandPhase, inputs: readonly SessionInput[]): Phase[] => {
  const before = walk(wayTo[from]).phases.length
  return walk([...wayTo[from], ...inputs]).phases.slice(before - 1)
}

const withoutRepeats = (phases: readonly Phase[]): Phase[] =>
  phases.filter((phase, at) => phase !== phases[at - 1])

const changes = phaseChangesOf(transitionTable)

/** The rows that a client's command leads along: all but the end of UPDATE. */
const byCommand = transitions.flatMap((row) =>
  row.from === 'update' ? [] : [{ ...row, from: row.from }],
)

describe('the table of states (RFC 1939 §3)', () => {
  test.each(byCommand.map((row) => [`${row.from}: ${row.by}, ${row.on}`, row] as const))(
    'a session goes as the table has it: %s',
    (_, { from, by, on, via, to }) => {
      // UPDATE is passed through within the step that QUIT takes.
      const end = to === 'update' ? 'closed' : to
      expect(phasesAfter(from, scripts[by]![on])).toEqual(
        withoutRepeats([from, ...(via as readonly Phase[]), end]),
      )
    },
  )

  test('a refusal that it does not name changes nothing', () => {
    const named = new Set(byCommand.map(({ from, by, on }) => `${from} ${by} ${on}`))
    for (const { from, by } of byCommand)
      if (!named.has(`${from} ${by} no`))
        expect([from, by, phasesAfter(from, scripts[by]!.no)]).toEqual([from, by, [from]])
  })

  test('no other command leads anywhere', () => {
    const moving = new Set(byCommand.map(({ from, by }) => `${from} ${by}`))
    for (const phase of commandPhases)
      for (const { verb } of commands)
        if (!moving.has(`${phase} ${verb}`))
          expect([verb, phasesAfter(phase, [line(verb)])]).toEqual([verb, [phase]])
  })

  test('every change of phase in it is reached', () => {
    const reached = byCommand.flatMap(({ from, by, on }) =>
      changesIn(phasesAfter(from, scripts[by]![on])),
    )
    expect(new Set(reached)).toEqual(changes)
    expect(states).toEqual([...commandPhases, 'update'])
  })

  test('its sections are those of the commands', () => {
    for (const { by, source } of byCommand)
      expect([by, source]).toEqual([by, commands.find(({ verb }) => verb === by)!.source])
  })

  test('QUIT leads through UPDATE to the end: marked messages go, then the lock', () => {
    const { session, store } = walk([...wayTo.transaction, line('DELE 1')])
    if (session.phase !== 'transaction') throw new Error(session.phase)
    const leaving = toUpdate(session)
    expect(update(leaving)).toEqual({ deleted: 1, left: 0 })
    expect(store.open('bob').mailbox('INBOX')!.messages).toEqual([])
    // The reply is still to be sent: the lock keeps others out before.
    expect(store.open('bob').lockMaildrop()).toBeUndefined()
    expect(step(leaving, line('NOOP')).effects).toEqual([])
    expect(step(leaving, { type: 'closed' }).session.phase).toBe('closed')
    expect(store.open('bob').lockMaildrop()).toBeDefined()
  })
})

const inputs = fc.array(
  fc.oneof(
    fc.constantFrom(...Object.values(scripts).flatMap(({ yes, no }) => [...yes, ...no])),
    fc.constantFrom(...commands.map(({ verb }) => line(verb))),
    fc.constantFrom<SessionInput>(tls, { type: 'closed' }),
    fc.constantFrom(0, 60_000, LEAST_IDLE * 2).map((now): SessionInput => ({ type: 'tick', now })),
    fc.string({ maxLength: 10 }).map(line),
  ),
  { maxLength: 30 },
)

test('whatever comes in, a session goes only ways of the table, or ends', () =>
  fc.assert(
    fc.property(inputs, (given) => {
      const others = changesIn(walk(given).phases).filter(
        (change) => !changes.has(change) && !change.endsWith(' closed'),
      )
      expect(others).toEqual([])
    }),
    { seed: 1939, numRuns: 400 },
  ))

describe('a session ends in every phase', () => {
  const phases: readonly (readonly [Phase, readonly SessionInput[]])[] = [
    ...commandPhases.map((phase) => [phase, wayTo[phase]] as const),
    ['securing', [line('STLS')]],
    ['sasl', [line('AUTH PLAIN')]],
  ]
  const over: Readonly<Record<string, readonly SessionInput[]>> = {
    'a closed connection': [{ type: 'closed' }],
    'too long a silence': [
      { type: 'tick', now: 0 },
      { type: 'tick', now: LEAST_IDLE },
    ],
  }
  test.each(phases)('%s', (phase, before) => {
    expect(walk(before).session.phase).toBe(phase)
    for (const ending of Object.values(over))
      expect(walk([...before, ...ending]).session.phase).toBe('closed')
  })

  test.each(commandPhases)('%s, by refused commands', (phase) => {
    const bad = Array.from({ length: 30 }, () => line('FROB'))
    expect(walk([...wayTo[phase], ...bad]).session.phase).toBe('closed')
  })

  test('no other ending is listed', () =>
    expect(endings.map(({ by }) => by)).toEqual([
      ...Object.keys(over),
      'one refused command too many',
    ]))
})

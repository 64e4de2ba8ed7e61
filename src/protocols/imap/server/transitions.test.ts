import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { latin1 } from '../../../core/bytes.ts'
import { phaseChangesOf } from '../../shared/transition.ts'
import { createMemoryStore } from '../../store/memory-store.ts'
import { commands } from '../commands/index.ts'
import { AUTOLOGOUT } from '../limits.ts'
import { personalityOf } from '../personalities/index.ts'
import { openSession, step } from './engine.ts'
import { hostDefaults, type ImapHost } from './host.ts'
import { commandPhases, type CommandPhase, type ImapSession, type SessionInput } from './session.ts'
import { endings, transitions, transitionTable } from './transitions.ts'

const host: ImapHost = {
  ...hostDefaults,
  name: 'imap.example.org',
  plaintextLogin: 'allowed',
  accounts: [{ login: 'bob', password: 'secret' }],
}

const tls: SessionInput = { type: 'secured', tls: { version: 'TLSv1.3', cipher: 'x' } }
const line = (text: string): SessionInput => ({ type: 'bytes', bytes: latin1(`${text}\r\n`) })

const wayTo: Readonly<Record<CommandPhase, readonly SessionInput[]>> = {
  notAuthenticated: [],
  authenticated: [line('x LOGIN bob secret')],
  selected: [line('x LOGIN bob secret'), line('y SELECT INBOX')],
}

type Phase = ImapSession['phase']

/** The phases that a session passes through, each change once. */
function walk(inputs: readonly SessionInput[]): { readonly phases: Phase[]; session: ImapSession } {
  const store = createMemoryStore()
  let { session } = openSession(host, { address: '192.0.2.1', nonce: 'n' }, store, 0)
  const phases: Phase[] = [session.phase]
  for (const input of inputs) {
    session = step(session, input).session
    if (session.phase !== phases.at(-1)) phases.push(session.phase)
  }
  return { phases, session }
}

const changesIn = (phases: readonly Phase[]): string[] =>
  phases.slice(1).map((to, at) => `${phases[at]!} ${to}`)

/** What a client sends so that a verb is answered with success, or refused. */
const scripts: Readonly<
  Record<string, { readonly yes: readonly SessionInput[]; readonly no?: readonly SessionInput[] }>
> = {
  LOGIN: { yes: [line('a LOGIN bob secret')], no: [line('a LOGIN bob wrong')] },
  AUTHENTICATE: {
    yes: [line('a AUTHENTICATE PLAIN'), line('AGJvYgBzZWNyZXQ=')],
    no: [line('a AUTHENTICATE PLAIN'), line('*')],
  },
  STARTTLS: { yes: [line('a STARTTLS'), tls], no: [line('a STARTTLS x')] },
  SELECT: { yes: [line('a SELECT INBOX')], no: [line('a SELECT Nope')] },
  EXAMINE: { yes: [line('a EXAMINE INBOX')], no: [line('a EXAMINE Nope')] },
  CLOSE: { yes: [line('a CLOSE')], no: [line('a CLOSE x')] },
  UNSELECT: { yes: [line('a UNSELECT')], no: [line('a UNSELECT x')] },
  IDLE: { yes: [line('a IDLE'), line('DONE')], no: [line('a IDLE'), line('NOOP')] },
  LOGOUT: { yes: [line('a LOGOUT')], no: [line('a LOGOUT x')] },
}

const phasesAfter = (from: CommandPhase, inputs: readonly SessionInput[]): Phase[] => {
  const before = walk(wayTo[from]).phases.length
  return walk([...wayTo[from], ...inputs]).phases.slice(before - 1)
}

const withoutRepeats = (phases: readonly Phase[]): Phase[] =>
  phases.filter((phase, at) => phase !== phases[at - 1])

const changes = phaseChangesOf(transitionTable)

describe('the table of states (RFC 9051 §3)', () => {
  test.each(transitions.map((row) => [`${row.from}: ${row.by}, ${row.on}`, row] as const))(
    'a session goes as the table has it: %s',
    (_, { from, by, on, via, to }) => {
      expect(phasesAfter(from, scripts[by]![on]!)).toEqual(
        withoutRepeats([from, ...(via as readonly Phase[]), to]),
      )
    },
  )

  test('a refusal that it does not name changes nothing', () => {
    const named = new Set(transitions.map(({ from, by, on }) => `${from} ${by} ${on}`))
    for (const { from, by } of transitions)
      if (!named.has(`${from} ${by} no`))
        expect([from, by, phasesAfter(from, scripts[by]!.no!)]).toEqual([from, by, [from]])
  })

  test('no other command leads anywhere', () => {
    const moving = new Set(transitions.map(({ from, by }) => `${from} ${by}`))
    for (const phase of commandPhases)
      for (const { verb } of commands)
        if (!moving.has(`${phase} ${verb}`))
          expect([verb, phasesAfter(phase, [line(`a ${verb}`)])]).toEqual([verb, [phase]])
  })

  test('every change of phase in it is reached', () => {
    const reached = transitions.flatMap(({ from, by, on }) =>
      changesIn(phasesAfter(from, scripts[by]![on]!)),
    )
    expect(new Set(reached)).toEqual(changes)
  })

  test('its sections are those of the commands', () => {
    for (const { by, source } of transitions)
      expect([by, source]).toEqual([by, commands.find(({ verb }) => verb === by)!.source])
  })
})

const inputs = fc.array(
  fc.oneof(
    fc.constantFrom(...Object.values(scripts).flatMap(({ yes, no = [] }) => [...yes, ...no])),
    fc.constantFrom(...commands.map(({ verb }) => line(`b ${verb}`))),
    fc.constantFrom<SessionInput>(tls, { type: 'changed' }, { type: 'closed' }),
    fc.constantFrom(0, 60_000, AUTOLOGOUT * 2).map((now): SessionInput => ({ type: 'tick', now })),
    fc.string({ maxLength: 10 }).map(line),
  ),
  { maxLength: 30 },
)

test('whatever comes in, a session goes only ways of the table, or ends', () =>
  fc.assert(
    fc.property(inputs, (given) => {
      const others = changesIn(walk([...wayTo.authenticated, ...given]).phases).filter(
        (change) => !changes.has(change) && !change.endsWith(' closed'),
      )
      expect(others).toEqual([])
    }),
    { seed: 9051, numRuns: 400 },
  ))

describe('a session ends in every phase', () => {
  const waiting = [line('a IDLE')]
  const phases: readonly (readonly [Phase, readonly SessionInput[]])[] = [
    ...commandPhases.map((phase) => [phase, wayTo[phase]] as const),
    ['securing', [line('a STARTTLS')]],
    ['authenticating', [line('a AUTHENTICATE PLAIN')]],
    ['idling', [...wayTo.selected, ...waiting]],
  ]
  const over: Readonly<Record<string, readonly SessionInput[]>> = {
    'a closed connection': [{ type: 'closed' }],
    'too long a silence': [{ type: 'tick', now: AUTOLOGOUT }],
  }
  test.each(phases)('%s', (phase, before) => {
    expect(walk(before).session.phase).toBe(phase)
    for (const ending of Object.values(over))
      expect(walk([...before, ...ending]).session.phase).toBe('closed')
  })

  const { badBeforeLogin, badAfterLogin } = personalityOf(host).policies
  const badLimit = Math.max(badBeforeLogin, badAfterLogin)
  test.each(commandPhases)('%s, by bad commands', (phase) => {
    const bad = Array.from({ length: badLimit }, () => line('a FROB'))
    expect(walk([...wayTo[phase], ...bad]).session.phase).toBe('closed')
  })

  test('no other ending is listed', () =>
    expect(endings.map(({ by }) => by)).toEqual([...Object.keys(over), 'one BAD reply too many']))
})

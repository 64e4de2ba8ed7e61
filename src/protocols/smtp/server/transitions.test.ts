import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { latin1, utf8 } from '../../../core/bytes.ts'
import { commands } from '../commands/index.ts'
import { tlsUp } from '../testing/setting.ts'
import { openSession, step } from './engine.ts'
import { hostDefaults, type SmtpHost } from './host.ts'
import { commandPhases, type CommandPhase, type SessionInput, type SmtpSession } from './session.ts'
import { endings, states, transitions, type State } from './transitions.ts'

type Phase = SmtpSession['phase']

const host: SmtpHost = {
  ...hostDefaults,
  name: 'mx.example.org',
  role: 'mx',
  tls: 'offered',
  authBeforeTls: 'taken',
  localDomains: ['example.org'],
  mailboxes: ['bob@example.org'],
  accounts: [{ login: 'alice', password: 'secret' }],
  maxSize: 100,
  maxErrors: 20,
}
const lmtp: SmtpHost = { ...host, role: 'lmtp' }
const hostFor = (verb: string): SmtpHost => (verb === 'LHLO' ? lmtp : host)

const bytes = (text: string): SessionInput => ({ type: 'bytes', bytes: latin1(text) })
const line = (text: string): SessionInput => bytes(`${text}\r\n`)
const accepted: SessionInput = { type: 'verdict', accepted: true, queueId: 'ID' }
const rejected: SessionInput = {
  type: 'verdict',
  accepted: false,
  code: 550,
  enhanced: '5.7.1',
  text: 'no',
}
const tls: SessionInput = { type: 'secured', tls: tlsUp }

const greeting = ({ role }: SmtpHost): SessionInput =>
  line(role === 'lmtp' ? 'LHLO x.example' : 'EHLO x.example')
const mail = line('MAIL FROM:<alice@example.net>')
const rcpt = line('RCPT TO:<bob@example.org>')
const chunk = [line('BDAT 4'), bytes('A: b')]

/** What a client sends to get into a state. */
function routeTo(state: State, to: SmtpHost): readonly SessionInput[] {
  const begun = [greeting(to), mail, rcpt]
  const routes: Readonly<Record<State, readonly SessionInput[]>> = {
    connected: [],
    greeted: begun.slice(0, 1),
    mail: begun.slice(0, 2),
    rcpt: begun,
    data: [...begun, line('DATA')],
    chunks: [...begun, ...chunk],
  }
  return routes[state]
}

/** What a client and the world do so that a command gets a positive reply, or a refusal. */
const scripts: Readonly<
  Record<string, { readonly yes: readonly SessionInput[]; readonly no: readonly SessionInput[] }>
> = {
  EHLO: { yes: [line('EHLO x.example')], no: [line('EHLO')] },
  HELO: { yes: [line('HELO x.example')], no: [line('HELO')] },
  LHLO: { yes: [line('LHLO x.example')], no: [line('LHLO')] },
  STARTTLS: { yes: [line('STARTTLS'), tls], no: [line('STARTTLS x')] },
  AUTH: {
    yes: [line('AUTH PLAIN'), line('AGFsaWNlAHNlY3JldA==')],
    no: [line('AUTH PLAIN'), line('*')],
  },
  MAIL: { yes: [mail], no: [line('MAIL FROM:<x')] },
  RCPT: { yes: [rcpt], no: [line('RCPT TO:<eve@example.org>')] },
  DATA: { yes: [line('DATA')], no: [line('DATA x')] },
  '.': { yes: [bytes('A: b\r\n'), line('.'), accepted], no: [line('.'), rejected] },
  BDAT: { yes: chunk, no: [line('BDAT 101'), bytes('x'.repeat(101))] },
  'BDAT LAST': {
    yes: [line('BDAT 4 LAST'), bytes('\r\nHi'), accepted],
    no: [line('BDAT 4 LAST'), bytes('\r\nHi'), rejected],
  },
  RSET: { yes: [line('RSET')], no: [line('RSET x')] },
  QUIT: { yes: [line('QUIT')], no: [line('QUIT x')] },
}

/** The phases that a session passes through, each change once. */
function walk(inputs: readonly SessionInput[], to: SmtpHost = host): Phase[] {
  let { session } = openSession(to, { address: '192.0.2.1', nonce: 'n' })
  const phases: Phase[] = [session.phase]
  for (const input of inputs) {
    session = step(session, input).session
    if (session.phase !== phases.at(-1)) phases.push(session.phase)
  }
  return phases
}

function phasesAfter(from: State, inputs: readonly SessionInput[], to: SmtpHost): Phase[] {
  const before = routeTo(from, to)
  return walk([...before, ...inputs], to).slice(walk(before, to).length - 1)
}

const withoutRepeats = (phases: readonly Phase[]): Phase[] =>
  phases.filter((phase, at) => phase !== phases[at - 1])

describe('the table of states (RFC 5321 §4.1.4)', () => {
  test.each(transitions.map((row) => [`${row.from}: ${row.by}, ${row.on}`, row] as const))(
    'a session goes as the table has it: %s',
    (_, { from, by, on, via, to }) =>
      expect(phasesAfter(from, scripts[by]![on], hostFor(by))).toEqual(
        withoutRepeats([from, ...(via as readonly Phase[]), to]),
      ),
  )

  test('a refusal that it does not name changes nothing', () => {
    const named = new Set(transitions.map(({ from, by, on }) => `${from} ${by} ${on}`))
    for (const { from, by } of transitions)
      if (!named.has(`${from} ${by} no`))
        expect([from, by, phasesAfter(from, scripts[by]!.no, hostFor(by))]).toEqual([
          ...[from, by],
          [from],
        ])
  })

  test('no other command leads anywhere', () => {
    const moving = new Set(transitions.map(({ from, by }) => `${from} ${by.split(' ')[0]!}`))
    for (const phase of commandPhases)
      for (const { verb } of commands)
        // Each has its argument, so that it fails for no other reason than its time.
        if (!moving.has(`${phase} ${verb}`) && verb !== 'BDAT')
          for (const inputs of [scripts[verb]?.yes ?? [line(verb)], [line(verb)]])
            expect([verb, phasesAfter(phase, inputs.slice(0, 1), hostFor(verb))]).toEqual([
              verb,
              HTTP.includes(verb) ? [phase, 'closed'] : [phase],
            ])
  })

  test('its states are those in which commands are read, and the message', () =>
    expect(new Set(states)).toEqual(new Set<State>([...commandPhases, 'data'])))

  test('its sections are those of the commands', () => {
    for (const { by, source } of transitions) {
      const verb = by === '.' ? 'DATA' : by.split(' ')[0]
      expect([by, source]).toEqual([by, commands.find((one) => one.verb === verb)!.source])
    }
  })
})

/** A browser is no mail client: it is hung up on. */
const HTTP = commands.filter(({ syntax }) => /HTTP/.test(syntax)).map(({ verb }) => verb)

/**
 * Every pair of phases, in their order, of each row: a stop may be skipped, as by an empty chunk.
 * A chunk that comes out of order is read and dropped in any state, and changes nothing.
 */
const allowedChanges = new Set([
  ...commandPhases.flatMap((phase) => [`${phase} skipping`, `skipping ${phase}`]),
  ...transitions.flatMap(({ from, via, to }) => {
    const route = [from, ...via, to]
    return route.flatMap((one, at) => route.slice(at + 1).map((next) => `${one} ${next}`))
  }),
])

const inputs = fc.array(
  fc.oneof(
    fc.constantFrom(...Object.values(scripts).flatMap(({ yes, no }) => [...yes, ...no])),
    fc.constantFrom(line('BDAT 0'), line('BDAT 0 LAST'), line('BDAT 200'), tls, accepted, rejected),
    fc.constantFrom(...commands.map(({ verb }) => line(verb))),
    fc.string({ maxLength: 10 }).map((text) => ({ type: 'bytes' as const, bytes: utf8(text) })),
  ),
  { maxLength: 30 },
)

test('a session changes its phase only as the table has it, or ends', () =>
  fc.assert(
    fc.property(fc.constantFrom(host, lmtp), inputs, (to, given) => {
      const phases = walk([greeting(to), ...given], to)
      const others = phases.slice(1).flatMap((next, at) => {
        const change = `${phases[at]!} ${next}`
        return allowedChanges.has(change) || next === 'closed' ? [] : [change]
      })
      expect(others).toEqual([])
    }),
    { seed: 5321, numRuns: 600 },
  ))

describe('a session ends in every phase', () => {
  const over: Readonly<Record<string, readonly SessionInput[]>> = {
    'a closed connection': [{ type: 'closed' }],
    'too long a silence': [
      { type: 'tick', now: 0 },
      { type: 'tick', now: 3_600_000 },
    ],
  }
  const more: readonly (readonly [Phase, readonly SessionInput[]])[] = [
    ['login', [...routeTo('greeted', host), line('AUTH PLAIN')]],
    ['securing', [...routeTo('greeted', host), line('STARTTLS')]],
    ['chunk', [...routeTo('rcpt', host), line('BDAT 5')]],
    ['skipping', [...routeTo('rcpt', host), line('BDAT 500')]],
  ]
  const phases = [...states.map((state) => [state, routeTo(state, host)] as const), ...more]
  test.each(phases)('%s', (phase, before) => {
    expect(walk(before).at(-1)).toBe(phase)
    for (const ending of Object.values(over))
      expect(walk([...before, ...ending]).at(-1)).toBe('closed')
  })

  test.each(commandPhases)('%s, by refused commands', (phase: CommandPhase) => {
    const bad = Array.from({ length: 20 }, () => line('FROB'))
    expect(walk([...routeTo(phase, host), ...bad]).at(-1)).toBe('closed')
  })

  test('by a chunk whose size cannot be read', () =>
    expect(walk([...routeTo('rcpt', host), line('BDAT x')]).at(-1)).toBe('closed'))

  test('no other ending is listed', () =>
    expect(endings.map(({ by }) => by)).toEqual([
      ...Object.keys(over),
      'one refused command too many',
      'a chunk whose size cannot be read',
    ]))
})

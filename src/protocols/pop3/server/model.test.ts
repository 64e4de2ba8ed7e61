import fc from 'fast-check'
import { expect, test } from 'vitest'
import { concatBytes, fromLatin1, utf8 } from '../../../core/bytes.ts'
import { createMemoryStore } from '../../store/memory-store.ts'
import type { MailStore } from '../../store/store.ts'
import { openSession, step } from './engine.ts'
import { hostDefaults, type Pop3Host } from './host.ts'
import type { Effect, Pop3Session, SessionInput } from './session.ts'

const host: Pop3Host = {
  ...hostDefaults,
  name: 'mail.example.org',
  accounts: [
    { login: 'bob', password: 'secret', token: 'abc' },
    { login: 'carol', password: 'staple' },
  ],
  plainText: 'allowed',
}

const COUNT = 4

function filledStore(): MailStore {
  const store = createMemoryStore()
  for (const login of ['bob', 'carol'])
    store
      .open(login)
      .mailbox('INBOX')!
      .append(
        Array.from({ length: COUNT }, (_, at) => ({
          bytes: utf8(`Subject: ${at}\r\n\r\n.${'x'.repeat(at)}\n`),
          internalDate: 0,
        })),
      )
  return store
}

const number = fc.integer({ min: 0, max: COUNT + 1 }).map(String)
const command = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('USER bob\r\nPASS secret', 'USER carol\r\nPASS staple') },
  {
    weight: 6,
    arbitrary: fc
      .tuple(fc.constantFrom('RETR', 'DELE', 'LIST', 'UIDL'), number)
      .map((it) => it.join(' ')),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom('STAT', 'LIST', 'UIDL', 'RSET', 'NOOP', 'CAPA', 'TOP 1 1'),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('QUIT', 'USER bob', 'PASS secret', 'PASS no', 'XYZZY', ''),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'AUTH PLAIN\r\n*',
      'AUTH PLAIN AGJvYgBzZWNyZXQ=',
      'AUTH',
      'UTF8',
      'LANG',
    ),
  },
)

const output = (effects: readonly Effect[]): Uint8Array =>
  concatBytes(effects.flatMap((effect) => (effect.type === 'send' ? [effect.bytes] : [])))

/** Answers in what a server sent: each is one line, or lines up to a lone dot. */
function answersIn(octets: Uint8Array): string[] {
  const text = fromLatin1(octets)
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  return text.split('\r\n').filter((line) => /^(?:\+OK|-ERR|\+ )/.test(line))
}

interface Model {
  session: Pop3Session
  /** Who is in, as the test sees it. */
  inside: string | undefined
  marked: Set<number>
}

/** What QUIT, and nothing else, does to a maildrop. */
test('two sessions: one at a time is in, and only QUIT deletes', () =>
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(0, 1), command), { maxLength: 40 }), (acts) => {
      const store = filledStore()
      const start = (at: number): Model => ({
        session: openSession(host, { address: '192.0.2.1', nonce: `n${at}` }, { store }).session,
        inside: undefined,
        marked: new Set(),
      })
      const both: [Model, Model] = [start(0), start(1)]
      for (const [who, line] of acts) {
        const one = both[who]!
        const before = new Map(
          ['bob', 'carol'].map((login) => [
            login,
            store
              .open(login)
              .mailbox('INBOX')!
              .messages.map(({ uid }) => uid),
          ]),
        )
        const was = one.session.phase
        const turn = step(one.session, { type: 'bytes', bytes: utf8(`${line}\r\n`) })
        one.session = turn.session
        const answers = answersIn(output(turn.effects))
        if (was !== 'closed') expect(answers.length).toBeGreaterThan(0)
        else expect(turn.effects).toEqual([])
        follow(one, line, answers.at(-1) ?? '')
        for (const [login, uids] of before) {
          const now = store
            .open(login)
            .mailbox('INBOX')!
            .messages.map(({ uid }) => uid)
          if (line !== 'QUIT') expect(now).toEqual(uids)
          else expect(uids).toEqual(expect.arrayContaining(now))
        }
        const [a, b] = both.map(({ session }) =>
          session.phase === 'transaction' ? session.account.login : undefined,
        )
        if (a !== undefined) expect(b).not.toBe(a)
      }
    }),
    { seed: 1939, numRuns: 300 },
  ))

/** The marks that the session must have now, by what was answered. */
function follow(one: Model, line: string, last: string): void {
  const { session } = one
  if (session.phase !== 'transaction') {
    one.marked = new Set()
    return
  }
  const dele = /^DELE (\d)$/.exec(line)
  if (dele && last.startsWith('+OK')) one.marked.add(Number(dele[1]))
  if (line === 'RSET') one.marked = new Set()
  expect([...session.deleted].toSorted()).toEqual([...one.marked].toSorted())
  if (line !== 'STAT') return
  const octets = session.maildrop.messages
    .map(({ bytes }, at) => (one.marked.has(at + 1) ? 0 : bytes.length + 1))
    .reduce((sum, size) => sum + size, 0)
  expect(last).toBe(`+OK ${session.maildrop.messages.length - one.marked.size} ${octets}`)
}

const piece = fc.oneof(
  command.map((line) => utf8(`${line}\r\n`)),
  fc
    .constantFrom(
      'STLS\r\n',
      'AUTH CRAM-MD5\r\n',
      'AUTH XOAUTH2 =\r\n',
      '\n',
      '\r',
      '\0',
      'RETR 99999999999999999999\r\n',
    )
    .map(utf8),
  fc.uint8Array({ maxLength: 60 }),
  fc.nat(20_000).map((size) => new Uint8Array(size).fill(65)),
)
const input: fc.Arbitrary<SessionInput> = fc.oneof(
  { weight: 12, arbitrary: piece.map((bytes) => ({ type: 'bytes' as const, bytes })) },
  { weight: 1, arbitrary: fc.nat(2_000_000).map((now) => ({ type: 'tick' as const, now })) },
  {
    weight: 1,
    arbitrary: fc.constant({ type: 'secured' as const, tls: { version: 'TLSv1.3', cipher: 'x' } }),
  },
  { weight: 1, arbitrary: fc.constant({ type: 'closed' as const }) },
)

test.each(['teaching', 'dovecot'] as const)(
  '%s: any octets end in replies or a close, and nothing is thrown',
  (personality) =>
    fc.assert(
      fc.property(fc.array(input, { maxLength: 20 }), (inputs) => {
        const store = filledStore()
        let { session } = openSession(
          { ...host, personality },
          { address: '192.0.2.1', nonce: 'n' },
          { store },
        )
        for (const one of inputs) {
          const wasClosed = session.phase === 'closed'
          const turn = step(session, one)
          session = turn.session
          if (wasClosed) expect(turn.effects).toEqual([])
          answersIn(output(turn.effects))
          const closes = turn.effects.some(({ type }) => type === 'close')
          if (closes) expect(session.phase).toBe('closed')
        }
        const end = step(step(session, { type: 'bytes', bytes: utf8('\r\n') }).session, {
          type: 'closed',
        })
        expect(end.session.phase).toBe('closed')
        // Whatever happened, the maildrops are free.
        for (const login of ['bob', 'carol']) expect(store.open(login).lockMaildrop()).toBeDefined()
      }),
      { seed: 2449, numRuns: 300 },
    ),
)

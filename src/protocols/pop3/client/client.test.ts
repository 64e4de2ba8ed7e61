import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromUtf8, latin1, utf8 } from '../../../core/bytes.ts'
import { createMemoryStore } from '../../store/memory-store.ts'
import type { Mailbox } from '../../store/store.ts'
import { openFetch, stepFetch, type FetchJob } from './client.ts'
import type { FetchEffect, FetchEnd } from './session.ts'
import { openSession, step } from '../server/engine.ts'
import { hostDefaults, type Pop3Host } from '../server/host.ts'
import type { Effect } from '../server/session.ts'
import { mails } from '../testing/mails.ts'

const host: Pop3Host = {
  ...hostDefaults,
  name: 'mail.example.org',
  accounts: [{ login: 'bob', password: 'secret' }],
}

const job: FetchJob = {
  login: 'bob',
  password: 'secret',
  nonce: 'fyko+d2lbbFgONRv9qkxdawL',
  tls: 'needed',
  how: 'best',
  after: 'delete',
}

const tls = { version: 'TLSv1.3', cipher: 'TLS_AES_256_GCM_SHA384' }

interface Visit {
  readonly end: FetchEnd | undefined
  readonly commands: readonly string[]
  readonly inbox: Mailbox
}

/** Lets a client fetch from a server until both are done. */
function visit(want: Partial<FetchJob>, who: Partial<Pop3Host> = {}): Visit {
  const store = createMemoryStore()
  const inbox = store.open('bob').mailbox('INBOX')!
  inbox.append(
    ['lunch', 'dots', 'eight'].map((name) => ({ bytes: utf8(mails[name]!), internalDate: 0 })),
  )
  const wanted = { ...job, ...want }
  const peer = { address: '198.51.100.7', nonce: 'n0', ...(wanted.tls === 'up' && { tls }) }
  const opened = openSession({ ...host, ...who }, peer, { store })
  const commands: string[] = []
  let server = opened.session
  let client = openFetch(wanted).session
  let end: FetchEnd | undefined
  const toClient: Effect[] = [...opened.effects]
  const toServer: FetchEffect[] = []
  for (let turns = 0; turns < 200 && toClient.length + toServer.length > 0; turns++) {
    const received = toClient.shift()
    if (received?.type === 'send') {
      const turn = stepFetch(client, { type: 'bytes', bytes: received.bytes })
      client = turn.session
      toServer.push(...turn.effects)
    }
    const line = toServer.shift()
    if (line?.type === 'done') end = line
    if (line?.type === 'send') {
      commands.push(fromUtf8(line.bytes).trimEnd())
      const turn = step(server, { type: 'bytes', bytes: line.bytes })
      server = turn.session
      toClient.push(...turn.effects)
    }
    if (line?.type !== 'startTls') continue
    server = step(server, { type: 'secured', tls }).session
    const turn = stepFetch(client, { type: 'secured' })
    client = turn.session
    toServer.push(...turn.effects)
  }
  return { end, commands, inbox }
}

test('all is fetched, octet for octet, and deleted', () => {
  const { end, commands, inbox } = visit({})
  expect(end?.outcome).toBe('fetched')
  expect(end?.messages.map(({ bytes }) => fromUtf8(bytes))).toEqual([
    mails.lunch,
    mails.dots,
    mails.eight,
  ])
  expect(end?.deleted).toEqual(end?.messages.map(({ id }) => id))
  expect(inbox.messages).toEqual([])
  expect(commands.slice(0, 4)).toEqual(['CAPA', 'STLS', 'CAPA', 'AUTH SCRAM-SHA-256'])
})

test.each([
  [{ how: 'apop', tls: 'never' }, {}, 'APOP bob'],
  [{ how: 'password' }, {}, 'USER bob'],
  [{ how: 'best', tls: 'never' }, {}, 'AUTH SCRAM-SHA-256'],
  [{ how: 'password', tls: 'up' }, { personality: 'dovecot' }, 'USER bob'],
] as const)('%j logs in with %s %s', (want, who, login) => {
  const { end, commands } = visit(want, who)
  expect(end?.outcome).toBe('fetched')
  expect(commands.some((line) => line.startsWith(login))).toBe(true)
})

test('what is left is not fetched again', () => {
  const first = visit({ after: 'leave' })
  expect(first.inbox.messages).toHaveLength(3)
  const known = first.end!.messages.map(({ id }) => id).slice(0, 2)
  const second = visit({ after: 'leave', known })
  expect(second.end?.messages.map(({ bytes }) => fromUtf8(bytes))).toEqual([mails.eight])
})

test('what is too old is deleted after all that is new was fetched, and only that', () => {
  const ids = visit({ after: 'leave' }).end!.messages.map(({ id }) => id)
  const known = ids.slice(0, 2)
  const { end, inbox, commands } = visit({ after: 'leave', known, remove: [ids[1]!, 'gone'] })
  expect(end).toMatchObject({ outcome: 'fetched', deleted: [ids[1]] })
  expect(inbox.messages).toHaveLength(2)
  expect(commands.slice(-3)).toEqual(['RETR 3', 'DELE 2', 'QUIT'])
})

test('what was never fetched is not deleted, whatever the job says', () => {
  const ids = visit({ after: 'leave' }).end!.messages.map(({ id }) => id)
  const { end, inbox } = visit({ after: 'leave', remove: ids })
  expect(end?.deleted).toEqual([])
  expect(inbox.messages).toHaveLength(3)
})

test.each([
  [{ password: 'wrong' }, {}, /do not belong together/],
  [{}, { stls: 'absent' }, /no TLS/],
  [{ how: 'apop' }, { apop: 'absent' }, /no timestamp/],
  [{ how: 'password', tls: 'never' }, {}, /STLS/],
  [{ login: 'bob\r\nQUIT' }, {}, /cannot stand/],
  [{}, { maildrops: 'unavailable' }, /SYS\/TEMP/],
] as const)('%j with %j fails, and gives the reason', (want, who, why) => {
  const { end, inbox } = visit(want, who)
  expect(end?.outcome).toBe('failed')
  expect(end?.reason).toMatch(why)
  expect(inbox.messages).toHaveLength(3)
})

test('no password is sent to a server that answers STLS and goes on in the clear', () => {
  let { session } = openFetch(job)
  const sent: string[] = []
  for (const line of [
    '+OK hi\r\n',
    '+OK\r\nSTLS\r\n.\r\n',
    '+OK go\r\n+OK\r\nUSER\r\n.\r\n+OK\r\n',
  ]) {
    const turn = stepFetch(session, { type: 'bytes', bytes: latin1(line) })
    session = turn.session
    for (const effect of turn.effects) if (effect.type === 'send') sent.push(fromUtf8(effect.bytes))
  }
  expect(sent).toEqual(['CAPA\r\n', 'STLS\r\n'])
})

test('a server that hangs up, or sends nothing, ends it once', () => {
  const { session } = openFetch(job)
  const gone = stepFetch(session, { type: 'closed' })
  expect(gone.effects.map(({ type }) => type)).toEqual(['done', 'close'])
  expect(stepFetch(gone.session, { type: 'closed' }).effects).toEqual([])
  const waiting = stepFetch(session, { type: 'tick', now: 0 }).session
  const late = stepFetch(waiting, { type: 'tick', now: 300_000 })
  expect(late.effects.map(({ type }) => type)).toEqual(['done', 'close'])
})

test('whatever a server sends, the client ends at most once, and throws nothing', () =>
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          fc
            .constantFrom(
              '+OK\r\n',
              '-ERR no\r\n',
              '+ \r\n',
              '.\r\n',
              'SASL PLAIN SCRAM-SHA-1\r\n',
              '1 a\r\n',
              'STLS\r\n',
              '+OK <a@b>\r\n',
            )
            .map(latin1),
          fc.uint8Array({ maxLength: 30 }),
        ),
        { maxLength: 25 },
      ),
      fc.constantFrom<FetchJob['tls']>('up', 'needed', 'never'),
      (parts, how) => {
        let { session } = openFetch({ ...job, tls: how })
        const effects: FetchEffect[] = []
        for (const bytes of parts) {
          const turn = stepFetch(session, { type: 'bytes', bytes })
          session = turn.session
          effects.push(...turn.effects)
        }
        effects.push(...stepFetch(session, { type: 'closed' }).effects)
        expect(effects.filter(({ type }) => type === 'done')).toHaveLength(1)
      },
    ),
    { seed: 1939, numRuns: 500 },
  ))

import { describe, expect, test } from 'vitest'
import { fromUtf8, latin1, utf8 } from '../../../core/bytes.ts'
import { slice } from '../../../core/span.ts'
import { createMemoryStore } from '../../store/memory-store.ts'
import type { MailStore } from '../../store/store.ts'
import { commands } from '../commands/index.ts'
import { openSession, step } from './engine.ts'
import { hostDefaults, type Peer, type Pop3Host } from './host.ts'
import { personalities } from '../personalities/index.ts'
import { renderReply } from '../wire/reply.ts'
import { commandPhases, type Effect, type Pop3Session, type Turn } from './session.ts'
import { mails } from '../testing/mails.ts'

const host: Pop3Host = {
  ...hostDefaults,
  name: 'mail.example.org',
  accounts: [{ login: 'bob', password: 'secret' }],
  plainText: 'allowed',
}

const peer: Peer = { address: '198.51.100.7', nonce: 'Kx7fQ2mZ9aBcD4eF' }

function filledStore(): MailStore {
  const store = createMemoryStore()
  const inbox = store.open('bob').mailbox('INBOX')!
  inbox.append([mails.lunch, mails.dots].map((mail) => ({ bytes: utf8(mail!), internalDate: 0 })))
  return store
}

const open = (store = filledStore(), who = host): Turn => openSession(who, peer, { store })

const send = (session: Pop3Session, line: string): Turn =>
  step(session, { type: 'bytes', bytes: utf8(`${line}\r\n`) })

const sendAll = (start: Turn, lines: readonly string[]): Turn =>
  lines.reduce((turn, line) => send(turn.session, line), start)

const received = (effects: readonly Effect[]): string =>
  effects.map((effect) => (effect.type === 'send' ? fromUtf8(effect.bytes) : '')).join('')

const login = ['USER bob', 'PASS secret']

describe('a command', () => {
  test.each([
    ['noop', { verb: 'NOOP', argument: '', status: '-ERR' }],
    ['Frob  it', { verb: 'Frob', argument: 'it', status: '-ERR' }],
    ['user bob', { verb: 'USER', argument: 'bob', status: '+OK' }],
    ['PASS x', { verb: 'PASS', argument: 'x', status: '-ERR' }],
    ['AUTH CRAM-MD5', { verb: 'AUTH', argument: 'CRAM-MD5', status: '+' }],
  ])('%j has an effect', (line, effect) =>
    expect(send(open().session, line).effects[1]).toMatchObject({ type: 'command', ...effect }),
  )

  test('has more in its effect than the client receives', () => {
    const { effects } = send(open().session, 'AUTH PLAIN AGJvYgB4')
    expect(received(effects)).toBe('-ERR [AUTH] Login and password do not belong together\r\n')
    expect(effects[1]).toMatchObject({
      responseCode: 'AUTH',
      explanation:
        'Login `bob`, password `x`: anybody who listens can read it. There is no such user, or the password is another one',
    })
  })

  test('has no verb where it is the greeting', () =>
    expect(open().effects).toMatchObject([{ type: 'send' }, { verb: '', status: '+OK' }]))
})

describe('a problem is pointed at in the line as typed', () => {
  const inside = sendAll(open(), login).session
  test.each([
    [inside, 'RETR  9', '9'],
    [inside, 'RETR x 2', 'x'],
    [inside, 'RETR 1 2', '2'],
    [inside, 'TOP 1 few', 'few'],
    [inside, 'STAT now', 'now'],
    [open().session, 'AUTH PLAIN AG*b', '*b'],
  ])('%#: %s', (session, line, marked) => {
    const [, command] = send(session, line).effects
    const problem = command?.type === 'command' ? command.problem : undefined
    expect(slice(line, problem!.span)).toBe(marked)
  })
})

describe('the maildrop', () => {
  test('is as it was at login, whatever others do', () => {
    const store = filledStore()
    const inbox = store.open('bob').mailbox('INBOX')!
    const { session } = sendAll(open(store), login)
    inbox.expunge([1])
    inbox.append([{ bytes: utf8('new'), internalDate: 0 }])
    expect(received(send(session, 'STAT').effects)).toBe('+OK 2 148\r\n')
    expect(received(send(session, 'RETR 1').effects)).toMatch(/^\+OK 85 octets/)
    sendAll({ session, effects: [] }, ['DELE 1', 'DELE 2', 'QUIT'])
    expect(inbox.messages.map(({ uid }) => uid)).toEqual([3])
  })

  test('is free again after any end', () => {
    const store = filledStore()
    const ends: ((session: Pop3Session) => Turn)[] = [
      (session) => send(session, 'QUIT'),
      (session) => step(session, { type: 'closed' }),
      (session) => {
        const quiet = step(session, { type: 'tick', now: 0 }).session
        return step(quiet, { type: 'tick', now: 600_000 })
      },
      (session) =>
        sendAll(
          { session, effects: [] },
          Array.from({ length: 20 }, () => 'X'),
        ),
    ]
    for (const end of ends) {
      const inside = sendAll(open(store), login)
      expect(received(inside.effects)).toMatch(/^\+OK bob/)
      expect(end(inside.session).session).toEqual({ phase: 'closed' })
    }
  })

  test('a step leaves the session it was made from as it was', () => {
    const { session } = sendAll(open(), login)
    const marked = send(session, 'DELE 1')
    expect(received(send(session, 'STAT').effects)).toBe('+OK 2 148\r\n')
    expect(received(send(marked.session, 'STAT').effects)).toBe('+OK 1 63\r\n')
  })
})

describe('an end', () => {
  test('closes after QUIT, and what follows is not read', () => {
    const { effects, session } = send(open().session, 'QUIT\r\nCAPA')
    expect(effects.map(({ type }) => type)).toEqual(['send', 'command', 'close'])
    expect(send(session, 'CAPA')).toEqual({ session, effects: [] })
  })

  test('never comes sooner than after ten minutes, whatever the host sets', () => {
    const { session } = open(filledStore(), { ...host, idle: 1000 })
    const quiet = step(session, { type: 'tick', now: 5000 }).session
    expect(step(quiet, { type: 'tick', now: 604_999 }).effects).toEqual([])
    expect(step(quiet, { type: 'tick', now: 605_000 }).effects).toEqual([{ type: 'close' }])
  })
})

describe('TLS', () => {
  test('begins after the reply is out', () =>
    expect(send(open().session, 'STLS').effects.map(({ type }) => type)).toEqual([
      'send',
      'command',
      'startTls',
    ]))

  test('half a line from before is forgotten', () => {
    const tls = { version: 'TLSv1.3', cipher: 'TLS_AES_128_GCM_SHA256' }
    const half = step(open().session, { type: 'bytes', bytes: latin1('STLS\r\nUSER b') }).session
    const secured = step(half, { type: 'secured', tls })
    expect(secured.effects).toEqual([])
    expect(received(send(secured.session, 'ob').effects)).toMatch(/^-ERR I do not know `ob`/)
  })
})

test('any cut gives the same effects', () => {
  const octets = utf8('CAPA\r\nUSER bob\r\nPASS secret\r\nLIST\r\nRETR 2\r\nQUIT\r\n')
  const whole = step(open().session, { type: 'bytes', bytes: octets }).effects
  for (const size of [1, 2, 3, 7, 16]) {
    let { session } = open()
    const effects: Effect[] = []
    for (let at = 0; at < octets.length; at += size) {
      const turn = step(session, { type: 'bytes', bytes: octets.subarray(at, at + size) })
      session = turn.session
      effects.push(...turn.effects)
    }
    expect(effects).toEqual(whole)
  }
})

test('the state table has an answer for every command in every phase', () => {
  for (const { verb, allowedIn, outOfOrder } of commands)
    for (const phase of commandPhases)
      expect([verb, phase, allowedIn.includes(phase)]).toEqual([
        verb,
        phase,
        !(phase in outOfOrder),
      ])
})

describe('personalities', () => {
  const facts = {
    ...{ host: 'mail.example.org', timestamp: '<a@b>', login: 'bob', because: 'It will not do' },
    ...{ typed: 'x', offered: ['PLAIN'], seconds: 5, capabilities: ['TOP'], languages: ['en x'] },
    ...{ tag: 'en', count: 1, octets: 10, lines: [] as never, number: 1, id: '1', limit: 255 },
    ...{ message: latin1('x\r\n'), deleted: 1, left: 1, hint: 'Did you mean QUIT?' },
    ...{ argument: 'x', isLoggedIn: true, response: 'later' as const },
    command: commands[0]!,
  }
  const occasions = Object.keys(
    personalities.teaching.replies,
  ) as (keyof typeof personalities.teaching.replies)[]

  test.each(Object.keys(personalities) as (keyof typeof personalities)[])(
    '%s replies one line of ASCII on every occasion',
    (name) => {
      for (const occasion of occasions) {
        const reply = personalities[name].replies[occasion](facts)
        expect(fromUtf8(renderReply(reply)).split('\r\n')[0]).toMatch(
          /^(?:\+OK|-ERR)(?: [\x20-\x7e]+)?$/,
        )
      }
    },
  )

  test('they agree on what is an error, and on the codes for programs', () => {
    const own = [
      'utf8',
      'languages',
      'language',
      'authSyntax',
      'tlsFirst',
      'authUnreadable',
      'authMechanism',
    ]
    for (const occasion of occasions.filter((it) => !own.includes(it))) {
      const [ours, theirs] = [personalities.teaching, personalities.dovecot].map(({ replies }) =>
        replies[occasion](facts),
      )
      expect([occasion, ours!.status, ours!.code]).toEqual([occasion, theirs!.status, theirs!.code])
    }
  })

  test('no reply blames the client', () => {
    for (const occasion of occasions)
      expect(personalities.teaching.replies[occasion](facts).text).not.toMatch(
        /illegal|invalid|wrong/i,
      )
  })
})

test('a first line never has more than 512 octets, nor half a character', () => {
  const reply = renderReply({ status: '+OK', text: 'ü'.repeat(600) })
  expect(reply.length).toBeLessThanOrEqual(512)
  expect(fromUtf8(reply)).not.toContain('\ufffd')
})

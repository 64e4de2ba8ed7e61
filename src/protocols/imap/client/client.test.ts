import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromLatin1, fromUtf8, latin1, utf8 } from '../../../core/bytes.ts'
import { createMemoryStore } from '../../store/memory-store.ts'
import { openSession, step } from '../server/engine.ts'
import { hostDefaults, type ImapHost } from '../server/host.ts'
import { CLIENT_TIMEOUT, IDLE_AGAIN } from './limits.ts'
import type { Effect } from '../server/session.ts'
import { openClient, stepClient, type ClientEffect, type ClientJob } from './client.ts'
import * as responses from './commands.ts'
import type { ClientInput } from './session.ts'

const host: ImapHost = {
  ...hostDefaults,
  name: 'imap.example.org',
  accounts: [{ login: 'bob', password: 'secret', token: 'abc' }],
}

const job: ClientJob = {
  credentials: { login: 'bob', password: 'secret', nonce: 'fyko+d2lbbFgONRv9qkxdawL' },
  tls: 'needed',
  clearPassword: 'refused',
}

const tls = { version: 'TLSv1.3', cipher: 'TLS_AES_256_GCM_SHA384' }

const mailText =
  'From: =?utf-8?q?=C3=84nne?= <anne@example.net>\r\nSubject: Hi\r\n\r\n{3}\r\nText\r\n'

/** A client and a server, joined; each piece is cut in two where `cut` asks for it. */
function meet(given: Partial<ClientJob> = {}, on: Partial<ImapHost> = {}, cut = 0) {
  const wanted = { ...job, ...given }
  const store = createMemoryStore()
  const inbox = store.open('bob').mailbox('INBOX')!
  inbox.append([1, 2, 3].map(() => ({ bytes: utf8(mailText), internalDate: 0 })))
  const peer = { address: '198.51.100.7', nonce: 'n0', ...(wanted.tls === 'up' && { tls }) }
  const opened = openSession({ ...host, ...on }, peer, store, 0)
  let server = opened.session
  let client = openClient(wanted).session
  const sent: string[] = []
  const reported: ClientEffect[] = []
  const queue: (() => void)[] = []
  const hearServer = (effects: readonly Effect[]): void => {
    for (const effect of effects)
      if (effect.type === 'send')
        for (const bytes of [effect.bytes.subarray(0, cut), effect.bytes.subarray(cut)])
          queue.push(() => give({ type: 'bytes', bytes }))
  }
  function give(input: ClientInput): void {
    const turn = stepClient(client, input)
    client = turn.session
    for (const effect of turn.effects) {
      if (effect.type === 'send') {
        sent.push(fromLatin1(effect.bytes))
        queue.push(() => {
          const answer = step(server, { type: 'bytes', bytes: effect.bytes })
          server = answer.session
          hearServer(answer.effects)
        })
      } else if (effect.type === 'startTls')
        queue.push(() => {
          server = step(server, { type: 'secured', tls }).session
          give({ type: 'secured' })
        })
      else reported.push(effect)
    }
  }
  const settle = (): void => {
    for (let turns = 0; turns < 1000; turns++) queue.shift()?.()
  }
  hearServer(opened.effects)
  settle()
  return {
    inbox,
    sent,
    reported,
    store,
    ask(...requests: readonly responses.Request[]) {
      const from = reported.length
      for (const request of requests) give({ type: 'request', request })
      settle()
      return reported.slice(from)
    },
    give: (input: ClientInput) => {
      give(input)
      settle()
    },
    changed() {
      const turn = step(server, { type: 'changed' })
      server = turn.session
      hearServer(turn.effects)
      settle()
    },
  }
}

const answersIn = (effects: readonly ClientEffect[]): string[] =>
  effects.flatMap((one) => (one.type === 'answer' ? [`${one.request.verb} ${one.status}`] : []))

const dataIn = (effects: readonly ClientEffect[]) =>
  effects.flatMap((one) => (one.type === 'data' ? [one.data] : []))

describe('the way in', () => {
  test('TLS first, then the best that both know', () => {
    const { sent, reported } = meet()
    expect(sent.slice(0, 3)).toEqual([
      'a1 STARTTLS\r\n',
      'a2 CAPABILITY\r\n',
      expect.stringMatching(/^a3 AUTHENTICATE SCRAM-SHA-256 [A-Za-z0-9+/=]+\r\n$/),
    ])
    expect(reported.at(-1)?.type).toBe('ready')
  })

  test.each([
    [{ tls: 'up' }, {}, 'AUTHENTICATE SCRAM-SHA-256'],
    [{ tls: 'never' }, {}, 'AUTHENTICATE SCRAM-SHA-256'],
    [{ tls: 'wanted' }, { startTls: 'absent' }, 'AUTHENTICATE SCRAM-SHA-256'],
    [{ credentials: { ...job.credentials, token: 'abc' } }, {}, 'AUTHENTICATE OAUTHBEARER'],
  ] as const)('%j with %j: %s', (given, on, line) => {
    const { sent, reported } = meet(given, on)
    expect(sent.join('')).toContain(line)
    expect(reported.at(-1)?.type).toBe('ready')
  })

  test.each([
    [{ tls: 'needed' }, { startTls: 'absent' }, /no TLS/],
    [{ credentials: { ...job.credentials, password: 'wrong' } }, {}, /do not belong together/],
    [{ credentials: { ...job.credentials, login: 'nobody' } }, {}, /do not belong together/],
  ] as const)('%j with %j: it ends, and gives the reason', (given, on, why) => {
    const { reported } = meet(given, on)
    expect(reported.filter(({ type }) => type === 'end')).toHaveLength(1)
    expect(reported.find((one) => one.type === 'end')?.reason).toMatch(why)
  })
})

describe('a server that is not what it claims', () => {
  /** Receives lines one after the other; gives what the client sent and reported. */
  function receive(given: Partial<ClientJob>, ...lines: readonly string[]) {
    let { session } = openClient({ ...job, ...given })
    const effects: ClientEffect[] = []
    for (const text of lines) {
      const turn = stepClient(
        session,
        text === 'TLS' ? { type: 'secured' } : { type: 'bytes', bytes: latin1(text) },
      )
      session = turn.session
      effects.push(...turn.effects)
    }
    const sent = effects.flatMap((one) => (one.type === 'send' ? [fromUtf8(one.bytes)] : []))
    const end = effects.find((one) => one.type === 'end')
    return { sent, effects, reason: end?.type === 'end' ? end.reason : undefined }
  }

  test('no password is sent where anybody can read it', () => {
    const { sent, reason } = receive(
      { tls: 'never' },
      '* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN AUTH=LOGIN] hi\r\n',
    )
    expect(sent).toEqual(['a1 LOGOUT\r\n'])
    expect(reason).toMatch(/anybody could read/)
  })

  test('it is, if the job allows it', () =>
    expect(
      receive(
        { tls: 'never', clearPassword: 'allowed' },
        '* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR] hi\r\n',
      ).sent,
    ).toEqual(['a1 AUTHENTICATE PLAIN AGJvYgBzZWNyZXQ=\r\n']))

  test('what comes between STARTTLS and TLS is ignored, and nothing known before counts', () => {
    const { sent } = receive(
      {},
      '* OK [CAPABILITY IMAP4rev1 STARTTLS AUTH=PLAIN] hi\r\n',
      'a1 OK go\r\n* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\na2 OK\r\n',
      'TLS',
    )
    expect(sent).toEqual(['a1 STARTTLS\r\n', 'a2 CAPABILITY\r\n'])
  })

  test('a login that the greeting claims is none without TLS', () =>
    expect(receive({}, '* PREAUTH hi\r\n').reason).toMatch(/cannot begin any more/))

  test('OK before the server has proved itself is none', () => {
    const { effects, reason } = receive(
      { tls: 'up' },
      '* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=SCRAM-SHA-256] hi\r\n',
      'a1 OK [CAPABILITY IMAP4rev1] welcome\r\n',
    )
    expect(effects.some(({ type }) => type === 'ready')).toBe(false)
    expect(reason).toMatch(/has not shown/)
  })

  test.each([
    ['220 mx.example.org ESMTP\r\n', /no IMAP/],
    ['* BYE Too busy\r\n', /Too busy/],
    ['* 3 EXISTS\r\n', /did not greet/],
    ['x'.repeat(1_100_000), /without an end/],
    ['* OK hi\r\n* LIST () "/" {99999999999}\r\n', undefined],
    ['* OK hi\r\n* LIST () "/" {999999999}\r\n', /more octets/],
  ])('%#: %.30s', (text, why) => {
    const { reason } = receive({}, text)
    if (why) expect(reason).toMatch(why)
    else expect(reason).toBeUndefined()
  })

  test('BYE, and then silence, is reported', () => {
    let { session } = openClient({ ...job, tls: 'up' })
    for (const text of ['* PREAUTH hi\r\n', 'a1 OK\r\n', '* BYE Going down\r\n'])
      session = stepClient(session, { type: 'bytes', bytes: latin1(text) }).session
    const gone = stepClient(session, { type: 'closed' })
    expect(gone.effects).toEqual([
      { type: 'end', reason: 'The server responded: Going down' },
      { type: 'close' },
    ])
    expect(stepClient(gone.session, { type: 'closed' }).effects).toEqual([])
  })

  test('a response that cannot be read is reported with its place', () => {
    const { effects } = receive(
      { tls: 'up' },
      '* PREAUTH hi\r\n',
      '* 3 FETCH (UID x)\r\nz9 OK ?\r\n',
    )
    expect(effects.filter(({ type }) => type === 'unreadable')).toEqual([
      expect.objectContaining({
        text: '* 3 FETCH (UID x)',
        problem: { span: { from: 15, to: 16 }, message: 'A number belongs here' },
      }),
      expect.objectContaining({ text: 'z9 OK ?' }),
    ])
  })
})

describe('what it asks for', () => {
  test('select, fetch with literals, search, store, copy, expunge and logout', () => {
    const { ask, inbox, store } = meet({}, {}, 7)
    expect(answersIn(ask(responses.select('INBOX')))).toEqual(['SELECT OK'])
    const fetched = dataIn(ask(responses.fetch('2', ['UID', 'FLAGS', 'ENVELOPE', 'BODY[]'])))
    expect(fetched).toHaveLength(1)
    const [message] = fetched
    if (message?.type !== 'fetch') throw new Error(message?.type)
    expect(message).toMatchObject({ number: 2, uid: 2, flags: ['\\Recent', '\\Seen'].toReversed() })
    expect(message.envelope?.from).toEqual([{ name: 'Änne', mailbox: 'anne', host: 'example.net' }])
    expect(fromUtf8(message.sections.get('BODY[]')!)).toBe(mailText)
    expect(dataIn(ask(responses.search(['SUBJECT', { text: 'hi' }, 'UNSEEN'])))).toEqual([
      { type: 'search', by: 'number', numbers: [1, 3] },
    ])
    expect(dataIn(ask(responses.search(['FROM', { text: 'änne' }], 'uid')))).toEqual([
      { type: 'search', by: 'number', numbers: [1, 2, 3] },
    ])
    expect(
      answersIn(ask(responses.store('1,3', '+FLAGS', ['\\Deleted']), responses.expunge)),
    ).toEqual(['STORE OK', 'EXPUNGE OK'])
    expect(inbox.messages.map(({ uid }) => uid)).toEqual([2])
    expect(answersIn(ask(responses.copy('1', 'Entwürfe & mehr')))).toEqual(['COPY NO'])
    store.open('bob').create('Entwürfe & mehr')
    expect(answersIn(ask(responses.copy('1', 'Entwürfe & mehr')))).toEqual(['COPY OK'])
    expect(dataIn(ask(responses.list('%')))).toEqual([
      expect.objectContaining({ type: 'list', name: 'INBOX', delimiter: '/' }),
      expect.objectContaining({ type: 'list', name: 'Entwürfe & mehr' }),
    ])
    expect(ask(responses.logout).map(({ type }) => type)).toEqual([
      'data',
      'answer',
      'end',
      'close',
    ])
  })

  test.each(['LITERAL+', 'LITERAL-'] as const)('append, with %s', (literals) => {
    const { ask, inbox, sent } = meet({}, { literals })
    const big = utf8(`Subject: x\r\n\r\n${'y'.repeat(5000)}\r\n`)
    const date = { at: 0, zone: 60 }
    const reported = ask(responses.append('INBOX', big, { flags: ['\\Seen'], date }))
    expect(answersIn(reported)).toEqual(['APPEND OK'])
    expect(inbox.messages.at(-1)).toMatchObject({ bytes: big, flags: ['\\Seen'], zone: 60 })
    const waits = /APPEND INBOX .*\{5016\}\r\n$/
    expect(sent.some((text) => waits.test(text))).toBe(literals === 'LITERAL-')
  })

  test('a missing mailbox is refused before the message is sent', () => {
    const { ask, sent } = meet({}, { literals: 'LITERAL-' })
    const reported = ask(responses.append('Nope', new Uint8Array(5000).fill(65)))
    expect(reported).toMatchObject([{ type: 'answer', status: 'NO', code: { name: 'TRYCREATE' } }])
    expect(sent.join('')).not.toContain('AAAA')
  })

  test('idle: what happens is reported, and the next request ends it', () => {
    const { ask, inbox, changed } = meet()
    expect(ask(responses.select('INBOX'), responses.idle).at(-1)?.type).toBe('idling')
    inbox.append([{ bytes: utf8(mailText), internalDate: 0 }])
    const { reported } = { reported: ask() }
    expect(reported).toEqual([])
    changed()
    const after = ask(responses.noop)
    expect(answersIn(after)).toEqual(['IDLE OK', 'NOOP OK'])
  })

  test('requests that were made early wait for the login; what cannot be sent is not', () => {
    let { session } = openClient({ ...job, tls: 'up' })
    const feed = (input: ClientInput) => {
      const turn = stepClient(session, input)
      session = turn.session
      return turn.effects
    }
    expect(feed({ type: 'request', request: responses.noop })).toEqual([])
    const evil = { verb: 'NOOP', pieces: ['NOOP\r\nb LOGOUT'] }
    expect(feed({ type: 'request', request: evil })).toEqual([])
    feed({ type: 'bytes', bytes: latin1('* PREAUTH [CAPABILITY IMAP4rev1] hi\r\n') })
    expect(feed({ type: 'bytes', bytes: latin1('a1 OK\r\n') })).toMatchObject([
      { type: 'ready' },
      { type: 'send', bytes: latin1('a2 NOOP\r\n') },
    ])
    expect(feed({ type: 'bytes', bytes: latin1('a2 OK\r\n') })).toMatchObject([
      { type: 'answer', status: 'OK' },
      { type: 'answer', status: 'BAD', request: evil },
    ])
  })
})

describe('time', () => {
  const inside = () => {
    let { session } = openClient({ ...job, tls: 'up' })
    for (const text of ['* PREAUTH hi\r\n', 'a1 OK\r\n'])
      session = stepClient(session, { type: 'bytes', bytes: latin1(text) }).session
    return session
  }
  const at = (session: ReturnType<typeof inside>, now: number) =>
    stepClient(stepClient(session, { type: 'tick', now: 0 }).session, { type: 'tick', now })

  test('a server that does not answer is left', () => {
    expect(at(inside(), CLIENT_TIMEOUT * 10).effects).toEqual([])
    const { session } = stepClient(inside(), { type: 'request', request: responses.noop })
    expect(at(session, CLIENT_TIMEOUT - 1).effects).toEqual([])
    expect(at(session, CLIENT_TIMEOUT).effects.map(({ type }) => type)).toEqual([
      'send',
      'end',
      'close',
    ])
  })

  test('IDLE begins anew before the server tires of it', () => {
    const asked = stepClient(inside(), { type: 'request', request: responses.idle })
    const { session } = stepClient(asked.session, { type: 'bytes', bytes: latin1('+ idling\r\n') })
    const turn = at(session, IDLE_AGAIN)
    expect(turn.effects).toEqual([{ type: 'send', bytes: latin1('DONE\r\n') }])
    const again = stepClient(turn.session, { type: 'bytes', bytes: latin1('a2 OK\r\n') })
    expect(again.effects.at(-1)).toEqual({ type: 'send', bytes: latin1('a3 IDLE\r\n') })
  })
})

const noise = fc.oneof(
  fc
    .constantFrom(
      ...['* OK hi\r\n', '* PREAUTH x\r\n', '* OK [CAPABILITY IMAP4rev1 STARTTLS] x\r\n'],
      ...['a1 OK\r\n', 'a2 OK [CAPABILITY AUTH=PLAIN]\r\n', 'a3 NO\r\n', 'a4 OK\r\n', '+ \r\n'],
      ...['* CAPABILITY IMAP4rev1 AUTH=SCRAM-SHA-1 LITERAL-\r\n', '* BYE\r\n', '* 1 EXISTS\r\n'],
      ...['* 1 FETCH (BODY[] {3}\r\nabc FLAGS ())\r\n', '{5}\r\n', '(((((', ')', '"'],
      ...['* ESEARCH ALL 1:4294967295\r\n', '* 1 FETCH (BODYSTRUCTURE ((', '* LIST () NIL x\r\n'],
    )
    .map(latin1),
  fc.uint8Array({ maxLength: 30 }),
)

test('whatever a server sends, the client ends at most once, and throws nothing', () =>
  fc.assert(
    fc.property(
      fc.array(noise, { maxLength: 25 }),
      fc.constantFrom<ClientJob['tls']>('up', 'needed', 'wanted', 'never'),
      fc.constantFrom<ClientJob['clearPassword']>('refused', 'allowed'),
      (parts, how, clearPassword) => {
        let { session } = openClient({ ...job, tls: how, clearPassword })
        const effects: ClientEffect[] = []
        const feed = (input: ClientInput): void => {
          const turn = stepClient(session, input)
          session = turn.session
          effects.push(...turn.effects)
        }
        for (const request of [
          responses.select('INBOX'),
          responses.append('x', utf8('y')),
          responses.idle,
        ])
          feed({ type: 'request', request })
        for (const bytes of parts) feed({ type: 'bytes', bytes })
        feed({ type: 'closed' })
        expect(effects.filter(({ type }) => type === 'end')).toHaveLength(1)
        expect(effects.filter(({ type }) => type === 'close')).toHaveLength(1)
        if (how !== 'up' && clearPassword === 'refused') {
          const secured = effects.findIndex(({ type }) => type === 'startTls')
          const clear = effects
            .slice(0, secured < 0 ? undefined : secured)
            .flatMap((one) => (one.type === 'send' ? [fromLatin1(one.bytes)] : []))
          expect(clear.join('')).not.toMatch(/secret|c2VjcmV0|zZWNyZX|ZWNyZXQ/)
        }
      },
    ),
    { seed: 9051, numRuns: 500 },
  ))

test('however the octets of a server are cut, the client does the same', () =>
  fc.assert(
    fc.property(
      fc.array(noise, { maxLength: 15 }),
      fc.array(fc.nat(), { maxLength: 8 }),
      (parts, places) => {
        const text = parts.map(fromLatin1).join('')
        const run = (pieces: readonly string[]): ClientEffect[] => {
          let { session } = openClient({ ...job, tls: 'up' })
          return pieces.flatMap((piece) => {
            const turn = stepClient(session, { type: 'bytes', bytes: latin1(piece) })
            session = turn.session
            return [...turn.effects]
          })
        }
        const cuts = [0, ...places.map((at) => at % (text.length + 1)), text.length]
        const inOrder = cuts.toSorted((a, b) => a - b)
        const pieces = inOrder.slice(1).map((to, at) => text.slice(inOrder[at], to))
        expect(run(pieces)).toEqual(run([text]))
      },
    ),
    { seed: 3501, numRuns: 300 },
  ))

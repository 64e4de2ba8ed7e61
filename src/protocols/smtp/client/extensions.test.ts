import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { utf8 } from '../../../core/bytes.ts'
import { openClient, stepClient, type ClientJob } from './client.ts'
import type { ClientEffect, DoneEffect } from './session.ts'
import { openSession, step } from '../server/engine.ts'
import { hostDefaults, type SmtpHost } from '../server/host.ts'
import type { DeliverEffect, SmtpSession, Turn, Verdict } from '../server/session.ts'
import { tlsUp } from '../testing/setting.ts'

const home: SmtpHost = {
  ...hostDefaults,
  name: 'mx.example.org',
  localDomains: ['example.org'],
  mailboxes: ['bob@example.org', 'carol@example.org'],
  accounts: [{ login: 'alice', password: 'secret', address: 'alice@example.net' }],
}

const job: ClientJob = {
  helo: 'client.example.net',
  from: 'alice@example.net',
  to: ['bob@example.org', 'carol@example.org'],
  message: utf8('Subject: x\r\n\r\n.dot\r\n'),
}

const login = { login: 'alice', password: 'secret', nonce: 'rOprNGfwEbeRWgbNEkqO' }

const taken: Verdict = { accepted: true, queueId: 'ID' }

/** A client and a server, joined, until neither has anything to send. */
function send(given: Partial<ClientJob>, on: Partial<SmtpHost>, verdict: Verdict = taken) {
  let client = openClient({ ...job, ...given }).session
  let server: SmtpSession
  let result: DoneEffect | undefined
  let delivered: DeliverEffect | undefined
  const toClient: Uint8Array[] = []
  const take = (turn: Turn): void => {
    server = turn.session
    for (const effect of turn.effects) {
      if (effect.type === 'send') toClient.push(effect.bytes)
      if (effect.type !== 'deliver') continue
      delivered = effect
      take(step(server, { type: 'verdict', ...verdict }))
    }
  }
  const receive = (effect: ClientEffect): void => {
    if (effect.type === 'send') take(step(server, { type: 'bytes', bytes: effect.bytes }))
    if (effect.type === 'done') result = effect
    if (effect.type !== 'startTls') return
    take(step(server, { type: 'secured', tls: tlsUp }))
    const turn = stepClient(client, { type: 'secured', tls: tlsUp })
    client = turn.session
    turn.effects.forEach(receive)
  }
  take(openSession({ ...home, ...on }, { address: '192.0.2.1', nonce: 'server-nonce' }))
  for (let bytes = toClient.shift(); bytes; bytes = toClient.shift()) {
    const turn = stepClient(client, { type: 'bytes', bytes })
    client = turn.session
    turn.effects.forEach(receive)
  }
  return { result, envelope: delivered?.envelope, message: delivered?.message }
}

test.each([
  ['opportunistic', 'offered', 'sent', 'ESMTPS'],
  ['opportunistic', 'none', 'sent', 'ESMTP'],
  ['required', 'offered', 'sent', 'ESMTPS'],
  ['required', 'none', 'deferred', undefined],
  ['off', 'offered', 'sent', 'ESMTP'],
  ['off', 'required', 'failed', undefined],
] as const)('TLS %s, and %s by the server: %s', (tls, offered, outcome, protocol) => {
  const { result, envelope } = send({ tls }, { tls: offered })
  expect(result?.outcome).toBe(outcome)
  expect(envelope?.protocol).toBe(protocol)
})

test.each(hostDefaults.mechanisms.filter((name) => !name.includes('OAUTH') && name !== 'XOAUTH2'))(
  'it logs in with %s',
  (mechanism) => {
    const host = { role: 'submission', tls: 'required', mechanisms: [mechanism] } as const
    const { result, envelope } = send({ tls: 'required', login }, host)
    expect(result).toMatchObject({ outcome: 'sent', accepted: job.to })
    expect(envelope).toMatchObject({ user: 'alice', protocol: 'ESMTPSA', tls: tlsUp })
  },
)

test.each([
  [{ password: 'wrong' }, 'CRAM-MD5', 535],
  [{ password: 'wrong' }, 'SCRAM-SHA-256', 535],
  [{}, 'PLAIN', undefined],
])('a login that will not do: %j with %s', (wrong, mechanism, code) => {
  const host = { role: 'submission', mechanisms: [mechanism] } as const
  const { result, envelope } = send({ login: { ...login, ...wrong } }, host)
  expect(result?.outcome).toBe('failed')
  expect(result?.reply?.code).toBe(code)
  expect(envelope).toBeUndefined()
})

test('LMTP reports each recipient', () => {
  const full = { accepted: false, code: 452, enhanced: '4.2.2', text: 'Mailbox is full' } as const
  const verdict: Verdict = { accepted: 'each', verdicts: [taken, full] }
  const { result } = send({ protocol: 'lmtp' }, { role: 'lmtp' }, verdict)
  expect(result).toMatchObject({
    outcome: 'sent',
    accepted: ['bob@example.org'],
    refused: [{ recipient: 'carol@example.org', code: 452, enhanced: '4.2.2' }],
  })
  const none: Verdict = { accepted: 'each', verdicts: [full, full] }
  expect(send({ protocol: 'lmtp' }, { role: 'lmtp' }, none).result).toMatchObject({
    outcome: 'deferred',
    accepted: [],
  })
})

test('what to report goes along where DSN is offered', () => {
  const { envelope } = send(
    {
      report: { ret: 'HDRS', envid: 'a+b=c' },
      recipients: [
        { notify: ['SUCCESS', 'DELAY'], original: { type: 'rfc822', address: 'b+b@example.org' } },
        { notify: ['NEVER'] },
      ],
    },
    {},
  )
  expect(envelope?.parameters).toMatchObject({ ret: 'HDRS', envid: 'a+b=c' })
  expect(envelope?.recipients).toEqual([
    { notify: ['SUCCESS', 'DELAY'], original: { type: 'rfc822', address: 'b+b@example.org' } },
    { notify: ['NEVER'] },
  ])
})

test.each([
  ['opportunistic', 'sent'],
  ['off', 'failed'],
] as const)('REQUIRETLS with TLS %s: %s', (tls, outcome) => {
  const { result, envelope } = send({ requireTls: true, tls }, { tls: 'offered' })
  expect(result?.outcome).toBe(outcome)
  expect(envelope?.parameters.requireTls).toBe(outcome === 'sent' ? true : undefined)
})

test('what was sent before TLS is up is ignored (RFC 3207 §6)', () => {
  let { session } = openClient({ ...job, tls: 'required' })
  const receive = (text: string) => {
    const turn = stepClient(session, { type: 'bytes', bytes: utf8(text) })
    session = turn.session
    return turn.effects.map(({ type }) => type)
  }
  receive('220 x\r\n')
  receive('250-x\r\n250 STARTTLS\r\n')
  expect(receive('220 go\r\n250-x\r\n250 AUTH PLAIN\r\n')).toEqual(['startTls'])
  expect(receive('250 x\r\n')).toEqual([])
})

describe('a message in chunks', () => {
  const octets = Uint8Array.from({ length: 1000 }, (_, at) => (at * 7) % 256)

  test.each([
    ['offered', 64],
    ['off', 64],
    ['offered', 10_000],
  ] as const)('pipelining %s, %i octets each: binary comes as it was sent', (pipelining, size) => {
    const { result, message, envelope } = send(
      { pipelining, chunkSize: size, body: 'BINARYMIME', message: octets },
      {},
    )
    expect(result).toMatchObject({ outcome: 'sent', accepted: job.to })
    expect(message).toEqual(octets)
    expect(envelope?.parameters.body).toBe('BINARYMIME')
  })

  test('a server that does not take binary does not get it', () => {
    const { result } = send({ body: 'BINARYMIME', message: octets }, { personality: 'postfix' })
    expect(result).toMatchObject({ outcome: 'failed', accepted: [] })
  })

  test('LMTP answers for each behind the last one', () => {
    const verdict: Verdict = { accepted: 'each', verdicts: [taken, taken] }
    const { result } = send(
      { protocol: 'lmtp', transfer: 'chunks', chunkSize: 8 },
      { role: 'lmtp' },
      verdict,
    )
    expect(result).toMatchObject({ outcome: 'sent', accepted: job.to })
  })
})

describe('limits', () => {
  test.each([
    [{ maxRecipients: 1 }, job.to, []],
    [{ maxRecipients: 1, maxMessages: 1 }, job.to.slice(0, 1), job.to.slice(1)],
    [{ maxMessages: 1 }, job.to, []],
    // Not announced, but enforced: 452 for the second recipient.
    [{ maxRecipients: 1, personality: 'postfix' }, job.to, []],
  ] as const)('%j', (limits, accepted, left) => {
    const { result } = send({}, limits)
    expect(result).toMatchObject({ outcome: 'sent', accepted, refused: [], left })
  })

  test('a message larger than the server takes is not begun', () => {
    const { result, envelope } = send({}, { maxSize: 10 })
    expect(result).toMatchObject({ outcome: 'failed', accepted: [] })
    expect(result?.reply).toBeUndefined()
    expect(envelope).toBeUndefined()
  })
})

test('any octets come over as they were sent, by chunks of any size, over TLS or not, within any limits', () =>
  fc.assert(
    fc.property(
      fc.record({
        message: fc.uint8Array({ maxLength: 300 }),
        chunkSize: fc.integer({ min: 1, max: 200 }),
        pipelining: fc.constantFrom('offered' as const, 'off' as const),
        tls: fc.constantFrom('off' as const, 'opportunistic' as const),
      }),
      fc.record({
        tls: fc.constantFrom('none' as const, 'offered' as const),
        maxRecipients: fc.integer({ min: 1, max: 3 }),
      }),
      (given, on) => {
        const { result, message } = send({ ...given, body: 'BINARYMIME' }, on)
        expect(result).toMatchObject({ outcome: 'sent', accepted: job.to, refused: [], left: [] })
        expect(message).toEqual(given.message)
      },
    ),
    { seed: 3030, numRuns: 150 },
  ))

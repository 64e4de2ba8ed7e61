import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { concatBytes, fromLatin1, latin1, utf8 } from '../../../core/bytes.ts'
import { openClient, stepClient, type ClientTurn } from '../client/client.ts'
import type { DoneEffect } from '../client/session.ts'
import { openSession, step } from './engine.ts'
import { hostDefaults, type SmtpHost } from './host.ts'
import type { DeliverEffect, Effect, SmtpSession, Turn, Verdict } from './session.ts'

const host: SmtpHost = {
  ...hostDefaults,
  name: 'mx.example.org',
  localDomains: ['example.org'],
  mailboxes: ['bob@example.org', 'carol@example.org'],
  maxErrors: 8,
  maxSize: 2000,
}

const accepted: Verdict = { accepted: true, queueId: 'ID' }

interface Played {
  readonly session: SmtpSession
  readonly effects: readonly Effect[]
}

/** Plays pieces through a server that takes every message at once. */
function play(pieces: readonly Uint8Array[], on: SmtpHost = host): Played {
  const opened = openSession(on, { address: '192.0.2.1' })
  let { session } = opened
  const effects: Effect[] = [...opened.effects]
  const take = (turn: Turn): void => {
    session = turn.session
    effects.push(...turn.effects)
    if (turn.effects.some((effect) => effect.type === 'deliver'))
      take(step(session, { type: 'verdict', ...accepted }))
  }
  for (const bytes of pieces) take(step(session, { type: 'bytes', bytes }))
  return { session, effects }
}

const cut = (bytes: Uint8Array, at: readonly number[]): Uint8Array[] => {
  const places = [0, ...at.map((place) => place % (bytes.length + 1)), bytes.length]
  const inOrder = places.toSorted((a, b) => a - b)
  return inOrder.slice(1).map((to, index) => bytes.subarray(inOrder[index], to))
}

const lines = [
  'EHLO client.example.net',
  'HELO client.example.net',
  'EHLO',
  'MAIL FROM:<alice@example.net>',
  'MAIL FROM:<> SIZE=10 BODY=8BITMIME SMTPUTF8',
  'MAIL FROM:<jürgen@example.net>',
  'MAIL FROM:<"a\\"b"@[IPv6:::1]> SIZE=9999',
  'RCPT TO:<bob@example.org>',
  'RCPT TO:<carol@example.org>',
  'RCPT TO:<@a.example:nobody@example.org>',
  'RCPT TO:<dave@example.com>',
  'DATA',
  'some text',
  '..dots',
  '.',
  'x\n.',
  'RSET',
  'NOOP',
  'HELP MAIL',
  'VRFY bob',
  'VRFY jürgen@example.org',
  'RCPT TO:<jürgen@example.org>',
  'STARTTLS',
  'FROB',
  '',
  'x'.repeat(600),
]

const script = fc
  .array(
    fc.constantFrom(...lines, 'DATA', 'MAIL FROM:<a@b.example>', 'RCPT TO:<bob@example.org>', '.'),
    { maxLength: 25 },
  )
  .map((reply) => utf8(['EHLO x.example', ...reply, 'QUIT', ''].join('\r\n')))

const noise = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  fc
    .array(
      fc.constantFrom(
        '\r',
        '\n',
        '.',
        '\r\n',
        '\r\n.\r\n',
        '<',
        '>',
        '"',
        '\\',
        '@',
        ' ',
        '\0',
        '\xff',
        ...lines,
      ),
      { maxLength: 60 },
    )
    .map((parts) => latin1(parts.join(''))),
)

const hosts = fc.record({
  personality: fc.constantFrom('teaching' as const, 'postfix' as const),
  bareLf: fc.constantFrom('strict' as const, 'lax' as const),
  maxErrors: fc.constantFrom(3, 100),
})

describe('however the octets are cut, a session is the same', () => {
  test('at random places', () => {
    fc.assert(
      fc.property(
        fc.oneof(script, noise),
        fc.array(fc.nat(), { maxLength: 12 }),
        hosts,
        (bytes, places, policies) => {
          const on = { ...host, ...policies }
          const whole = play([bytes], on)
          const pieces = play(cut(bytes, places), on)
          expect(pieces.effects).toEqual(whole.effects)
          expect(pieces.session.phase).toBe(whole.session.phase)
        },
      ),
      { seed: 5, numRuns: 300 },
    )
  })

  test('at every octet of a whole session', () => {
    const bytes = utf8(
      'EHLO x.example\r\nMAIL FROM:<a@b.example>\r\nRCPT TO:<bob@example.org>\r\nDATA\r\n..a\r\n.b\r\nc\rd\r\n.\r\nQUIT\r\n',
    )
    const whole = play([bytes])
    for (let at = 0; at <= bytes.length; at++)
      expect(play(cut(bytes, [at])).effects).toEqual(whole.effects)
    expect(play([...bytes].map((octet) => Uint8Array.of(octet))).effects).toEqual(whole.effects)
    expect(messagesOf(whole)).toEqual(['.a\r\nb\r\nc\rd\r\n'])
  })
})

/** Phase ▶ the phases that one octet may lead to. */
const legal: Readonly<Record<string, readonly string[]>> = {
  connected: ['connected', 'greeted', 'closed'],
  greeted: ['greeted', 'mail', 'closed'],
  mail: ['mail', 'rcpt', 'greeted', 'closed'],
  rcpt: ['rcpt', 'data', 'greeted', 'closed'],
  data: ['data', 'waiting', 'greeted', 'closed'],
  waiting: ['waiting', 'closed'],
  closed: ['closed'],
}

/** Sends octet by octet; reports each step to a wrong phase, or that left a line unanswered. */
function odditiesOf(bytes: Uint8Array, on: SmtpHost): string[] {
  const odd: string[] = []
  let { session } = openSession(on, { address: '192.0.2.1' })
  for (const [at, octet] of bytes.entries()) {
    const before = session.phase
    const { session: after, effects } = step(session, {
      type: 'bytes',
      bytes: Uint8Array.of(octet),
    })
    const has = (type: Effect['type']): boolean => effects.some((effect) => effect.type === type)
    if (!legal[before]!.includes(after.phase)) odd.push(`${at}: ${before} to ${after.phase}`)
    const isCommandEnd = octet === 10 && !['data', 'waiting', 'closed'].includes(before)
    if (isCommandEnd && !has('command')) odd.push(`${at}: no answer`)
    const isClosing = after.phase === 'closed' && before !== 'closed'
    if (has('close') !== isClosing) odd.push(`${at}: closing is not reported`)
    session =
      after.phase === 'waiting' ? step(after, { type: 'verdict', ...accepted }).session : after
  }
  return odd
}

describe('whatever is sent', () => {
  test('nothing throws, each octet leads to a phase it may lead to, and each line is answered', () => {
    fc.assert(
      fc.property(fc.oneof(noise, script), hosts, (bytes, policies) => {
        expect(odditiesOf(bytes, { ...host, ...policies })).toEqual([])
      }),
      { seed: 6, numRuns: 300 },
    )
  })

  test('what is sent is replies: a code, a mark, text, CRLF', () => {
    fc.assert(
      fc.property(fc.oneof(noise, script), hosts, (bytes, policies) => {
        const { effects } = play([bytes], { ...host, ...policies })
        const sent = concatBytes(
          effects.flatMap((effect) => (effect.type === 'send' ? [effect.bytes] : [])),
        )
        const text = fromLatin1(sent)
        expect(text.endsWith('\r\n')).toBe(true)
        for (const line of text.split('\r\n').slice(0, -1)) {
          // Postfix shows an address as it was typed.
          expect(
            line.replace(/[\x80-\xff]/g, policies.personality === 'postfix' ? '?' : '$&'),
          ).toMatch(/^[2-5][0-5]\d[ -][\t\x20-\x7e]*$/)
          expect(line.length).toBeLessThanOrEqual(510)
        }
      }),
      { seed: 7, numRuns: 300 },
    )
  })
})

const messagesOf = ({ effects }: Played): string[] =>
  effects
    .filter((effect): effect is DeliverEffect => effect.type === 'deliver')
    .map(({ message }) => fromLatin1(message))

interface Sent {
  readonly result: DoneEffect | undefined
  readonly delivered: readonly DeliverEffect[]
  readonly phases: readonly string[]
}

/** A client and a server, joined; what each sends reaches the other in pieces of `size`. */
function join(
  to: readonly string[],
  message: Uint8Array,
  size: number,
  verdict: Verdict = accepted,
): Sent {
  const opened = openSession({ ...host, maxSize: 0 }, { address: '192.0.2.1' })
  let client: ClientTurn = openClient({
    helo: 'client.example.net',
    from: 'alice@example.net',
    to,
    message,
  })
  let server: SmtpSession = opened.session
  let result: DoneEffect | undefined
  const delivered: DeliverEffect[] = []
  const toServer: Uint8Array[] = []
  const toClient: Uint8Array[] = []
  const take = (turn: Turn): void => {
    server = turn.session
    for (const effect of turn.effects) {
      if (effect.type === 'send') toClient.push(effect.bytes)
      if (effect.type !== 'deliver') continue
      delivered.push(effect)
      take(step(server, { type: 'verdict', ...verdict }))
    }
  }
  const receive = (turn: ClientTurn): void => {
    client = turn
    for (const effect of turn.effects) {
      if (effect.type === 'send') toServer.push(effect.bytes)
      if (effect.type === 'done') result = effect
    }
  }
  take(opened)
  while (toServer.length || toClient.length) {
    const back = toClient.shift()
    for (const bytes of inPieces(back, size))
      receive(stepClient(client.session, { type: 'bytes', bytes }))
    const forth = toServer.shift()
    for (const bytes of inPieces(forth, size)) take(step(server, { type: 'bytes', bytes }))
  }
  return { result, delivered, phases: [client.session.phase, server.phase] }
}

const inPieces = (bytes: Uint8Array = new Uint8Array(), size: number): Uint8Array[] =>
  Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
    bytes.subarray(at * size, (at + 1) * size),
  )

describe('a client and a server', () => {
  const line = fc
    .string({ unit: fc.constantFrom('.', 'a', ' ', '\0', '\r', '\xe9', '..'), maxLength: 20 })
    .map((text) => `${text.replace(/\r+$/, '')}\r\n`)
  const message = fc.array(line, { maxLength: 12 }).map((all) => latin1(all.join('')))

  test('hand over any message as it is, dots and all, in any pieces', () => {
    fc.assert(
      fc.property(message, fc.integer({ min: 1, max: 400 }), (octets, size) => {
        const { result, delivered, phases } = join(['bob@example.org'], octets, size)
        expect(result).toMatchObject({ outcome: 'sent', accepted: ['bob@example.org'] })
        expect(delivered.map((effect) => fromLatin1(effect.message))).toEqual([fromLatin1(octets)])
        expect(phases).toEqual(['closed', 'closed'])
      }),
      { seed: 8, numRuns: 200 },
    )
  })

  test.each([
    [
      ['bob@example.org', 'nobody@example.org', 'dave@example.com'],
      'sent',
      ['bob@example.org'],
      [550, 554],
    ],
    [['nobody@example.org', 'dave@example.com'], 'failed', [], [550, 554]],
    [[], 'failed', [], []],
  ])('agree on who gets it: %j', (to, outcome, taken, codes) => {
    const { result, delivered } = join(to, utf8('x\r\n'), 7)
    expect(result).toMatchObject({ outcome, accepted: taken })
    expect(result?.refused.map(({ code }) => code)).toEqual(codes)
    expect(delivered.flatMap(({ envelope }) => envelope.to)).toEqual(taken)
  })

  test('agree when the message is not taken', () => {
    const no: Verdict = { accepted: false, code: 451, enhanced: '4.7.1', text: 'Later\nplease' }
    const { result } = join(['bob@example.org'], utf8('x\r\n'), 3, no)
    expect(result).toMatchObject({
      outcome: 'deferred',
      accepted: [],
      reply: { code: 451, enhanced: '4.7.1', lines: ['Later', 'please'] },
    })
  })

  test('a message with a bare line feed is not taken, and comes back', () => {
    const { result, delivered } = join(['bob@example.org'], utf8('a\n.\nb\r\n'), 100)
    expect(result).toMatchObject({ outcome: 'failed', reply: { code: 550, enhanced: '5.5.2' } })
    expect(delivered).toEqual([])
  })
})

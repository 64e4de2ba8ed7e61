import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { concatBytes, fromLatin1, latin1, utf8 } from '../../../core/bytes.ts'
import { stuffDots } from '../../shared/wire/dots.ts'
import { openSession, step } from './engine.ts'
import { hostDefaults, type SmtpHost } from './host.ts'
import { commandPhases } from './session.ts'
import type { CommandPhase, DeliverEffect, SmtpSession, Turn } from './session.ts'
import { stateTable } from './state-table.ts'
import { tlsUp } from '../testing/setting.ts'

/** One thing that a client does; what makes no sense in a phase is left out there. */
type Act =
  | { readonly kind: 'say'; readonly line: string }
  /** DATA and the message behind it, or a chunk of one. */
  | { readonly kind: 'data'; readonly message: Uint8Array }
  | { readonly kind: 'chunk'; readonly octets: Uint8Array; readonly isLast: boolean }
  /** STARTTLS, with something smuggled in behind it. */
  | { readonly kind: 'tls'; readonly smuggled: string }

const base64 = (text: string): string => btoa(text)

const RIGHT = base64('\0alice@example.org\0secret')
const WRONG = base64('\0alice@example.org\0guess')

const lines = [
  ...['EHLO client.example.net', 'HELO client.example.net', 'LHLO client.example.net', 'EHLO'],
  ...['MAIL FROM:<alice@example.org>', 'MAIL FROM:<>', 'MAIL FROM:<alice@example.org> SIZE=99999'],
  ...['MAIL FROM:<alice@example.org> BODY=BINARYMIME', 'MAIL FROM:<x', 'MAIL FROM:<a@b> FOO=1'],
  ...['RCPT TO:<bob@example.org>', 'RCPT TO:<carol@example.org>', 'RCPT TO:<nobody@example.org>'],
  ...['RCPT TO:<dave@example.com>', 'RCPT TO:<bob@example.org> NOTIFY=NEVER', 'RCPT TO:bob'],
  ...['RSET', 'NOOP', 'HELP', 'VRFY bob', 'EXPN friends', 'ETRN example.com', 'DATA now', 'FROB'],
  ...[`AUTH PLAIN ${RIGHT}`, `AUTH PLAIN ${WRONG}`, 'AUTH LOGIN', 'AUTH PLAIN', 'AUTH FROB', '*'],
  ...[RIGHT, base64('alice@example.org'), base64('secret'), 'BDAT x', 'QUIT', ''],
]

const send = (line: string): Act => ({ kind: 'say', line })

const textLine = fc
  .string({ unit: fc.constantFrom('.', 'a', ' ', '\xe9', '..'), maxLength: 8 })
  .map((text) => `${text}\r\n`)

const data = fc
  .array(textLine, { maxLength: 4 })
  .map((text): Act => ({ kind: 'data', message: latin1(text.join('')) }))

const chunk = fc
  .tuple(fc.uint8Array({ maxLength: 12 }), fc.boolean())
  .map(([octets, isLast]): Act => ({ kind: 'chunk', octets, isLast }))

const tls = fc
  .constantFrom('', 'MAIL FROM:<mallory@example.net>\r\n', 'EHLO mallory.example\r\nRSET\r\n')
  .map((smuggled): Act => ({ kind: 'tls', smuggled }))

const single = fc.oneof(fc.constantFrom(...lines).map(send), data, chunk, tls)

/** What a client sends that means it, on either kind of port. */
const greeting = [send('EHLO client.example.net'), send('LHLO client.example.net')]
const login = send(`AUTH PLAIN ${RIGHT}`)
const recipients = [send('RCPT TO:<bob@example.org>'), send('RCPT TO:<carol@example.org>')]
const binary = send('MAIL FROM:<alice@example.org> BODY=BINARYMIME')

/** Single things in any order, and whole scenes among them, so that every phase is reached. */
const acts = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: single.map((one) => [one]) },
      tls.map((one) => [...greeting, one, ...greeting, login]),
      data.map((one) => [
        ...[...greeting, login, send('MAIL FROM:<alice@example.org>'), ...recipients],
        one,
      ]),
      fc
        .array(chunk, { maxLength: 4 })
        .map((some) => [...greeting, login, binary, ...recipients, ...some]),
    ),
    { maxLength: 15 },
  )
  .map((scenes) => scenes.flat())

const hosts: fc.Arbitrary<SmtpHost> = fc
  .record({
    role: fc.constantFrom('mx' as const, 'submission' as const, 'lmtp' as const),
    personality: fc.constantFrom(
      'teaching' as const,
      'postfix' as const,
      'dovecot' as const,
      'exchange' as const,
    ),
    tls: fc.constantFrom('none' as const, 'offered' as const, 'required' as const),
    authBeforeTls: fc.constantFrom('refused' as const, 'taken' as const),
  })
  .map((policies) => ({
    ...hostDefaults,
    ...policies,
    name: 'mx.example.org',
    localDomains: ['example.org'],
    mailboxes: ['alice@example.org', 'bob@example.org', 'carol@example.org'],
    lists: [{ address: 'friends@example.org', members: ['bob@example.org'] }],
    queuesFor: ['example.com'],
    accounts: [{ login: 'alice@example.org', password: 'secret' }],
    maxSize: 2000,
    maxErrors: 10_000,
    maxIdleCommands: 10_000,
  }))

interface ReadReply {
  readonly codes: readonly number[]
  readonly delivered: DeliverEffect | undefined
}

/** A server, and what a client knows of it that counts every reply. */
function modelOf(host: SmtpHost) {
  let { session }: { session: SmtpSession } = openSession(host, {
    address: '192.0.2.1',
    nonce: 'nonce',
  })
  const odd: string[] = []
  const seen = { data: 0, chunks: 0, handshakes: 0, logins: 0 }
  /** Octets of chunks that were sent since the transaction began. */
  let sent: Uint8Array[] = []
  let to: string[] = []
  /** Postfix takes MAIL without a greeting, and STARTTLS while a transaction is open. */
  const isLax = host.personality === 'postfix'

  function play(act: Act): void {
    const { phase } = session
    if (phase === 'closed') return
    if (phase === 'login') return answerLogin(act)
    const from = phase as CommandPhase
    if (!commandPhases.includes(from)) return note(`stuck in ${phase}`)
    switch (act.kind) {
      case 'say':
        command(from, act.line)
        return
      case 'data':
        return data(from, act.message)
      case 'chunk':
        return chunk(from, act.octets, act.isLast)
      case 'tls':
        return secure(from, act.smuggled)
    }
  }

  function note(what: string): void {
    odd.push(what)
  }

  /** Feeds octets; a message that comes of them is taken at once. */
  function feed(bytes: Uint8Array): ReadReply {
    const codes: number[] = []
    let delivered: DeliverEffect | undefined
    const take = (turn: Turn): void => {
      session = turn.session
      for (const effect of turn.effects) {
        if (effect.type === 'send') codes.push(...codesIn(effect.bytes))
        if (effect.type === 'deliver') delivered = effect
      }
      if (session.phase === 'waiting')
        take(step(session, { type: 'verdict', accepted: true, queueId: 'ID' }))
    }
    take(step(session, { type: 'bytes', bytes }))
    return { codes, delivered }
  }

  /** Exactly one reply, and the phase that goes with it. */
  function command(from: CommandPhase, line: string): number {
    const { codes } = feed(utf8(`${line}\r\n`))
    if (codes.length !== 1) note(`${codes.length} replies to ${line}`)
    const [code = 0] = codes
    const verb = line.split(' ')[0]!.toUpperCase()
    const wanted = after(from, verb, code)
    if (session.phase !== wanted)
      note(`${line} in ${from}: ${code}, and then ${session.phase}, not ${wanted}`)
    const order = stateTable[verb]?.[from]
    const isTaken = isLax && (order === 'helloFirst' || verb === 'STARTTLS')
    if (order !== undefined && order !== 'allowed' && !isTaken && code < 400)
      note(`${line} in ${from}: ${code}`)
    if (verb === 'MAIL' && code < 400) begin()
    if (verb === 'AUTH' && code === 235) seen.logins++
    if (verb === 'RCPT' && code < 400) address(/<(.*)>/.exec(line)![1]!)
    return code
  }

  function begin(): void {
    sent = []
    to = []
  }

  /** SMTP takes each address once; LMTP answers for each time it was sent (RFC 2033 §4.2). */
  function address(recipient: string): void {
    if (host.role === 'lmtp' || !to.includes(recipient)) to.push(recipient)
  }

  function after(from: CommandPhase, verb: string, code: number): SmtpSession['phase'] {
    if (verb === 'BDAT' && from !== 'connected' && code === 501) return 'closed'
    if (code === 334) return 'login'
    if (code === 221) return 'closed'
    if (code >= 400) return session.phase === 'closed' && verb === 'BDAT' ? 'closed' : from
    const next: Partial<Record<string, SmtpSession['phase']>> = {
      EHLO: 'greeted',
      HELO: 'greeted',
      LHLO: 'greeted',
      MAIL: 'mail',
      RCPT: 'rcpt',
      DATA: 'data',
      AUTH: 'greeted',
      STARTTLS: 'securing',
      RSET: from === 'connected' ? 'connected' : 'greeted',
    }
    return next[verb] ?? from
  }

  function answerLogin(act: Act): void {
    const line = act.kind === 'say' ? act.line : '*'
    const { codes } = feed(utf8(`${line}\r\n`))
    const [code = 0] = codes
    if (codes.length !== 1) return note(`${codes.length} replies within a login`)
    const wanted = code === 334 ? 'login' : 'greeted'
    if (session.phase !== wanted) note(`a login: ${code}, then ${session.phase}`)
    const user = 'user' in session ? session.user : undefined
    if (code === 235) seen.logins++
    if ((code === 235) !== (user !== undefined)) note(`${code}, and the user is ${user?.login}`)
  }

  function data(from: CommandPhase, message: Uint8Array): void {
    if (command(from, 'DATA') !== 354) return
    const { codes, delivered } = feed(stuffDots(message))
    arrived(codes, delivered, message)
    seen.data++
  }

  function chunk(from: CommandPhase, octets: Uint8Array, isLast: boolean): void {
    const line = utf8(`BDAT ${octets.length}${isLast ? ' LAST' : ''}\r\n`)
    const { codes, delivered } = feed(concatBytes([line, octets]))
    const isOpen = from === 'rcpt' || from === 'chunks'
    if (isOpen && (codes[0] ?? 500) < 400) sent.push(octets)
    if (delivered) {
      seen.chunks++
      return arrived(codes, delivered, concatBytes(sent))
    }
    const answers = isOpen && isLast && host.role === 'lmtp' ? to.length : 1
    if (codes.length !== answers && codes.length !== 1) note(`${codes.length} replies to a chunk`)
    if (!isOpen && (codes[0]! < 400 || session.phase !== from))
      note(`a chunk in ${from}: ${codes[0]}, then ${session.phase}`)
  }

  /** One reply to the message; in LMTP one for each recipient (RFC 2033 §4.2). */
  function arrived(
    codes: readonly number[],
    delivered: DeliverEffect | undefined,
    octets: Uint8Array,
  ): void {
    const wanted = host.role === 'lmtp' ? to.length : 1
    if (codes.length !== wanted) note(`${codes.length} replies to a message, not ${wanted}`)
    if (session.phase !== 'greeted') note(`after a message: ${session.phase}`)
    if (!delivered) return note('a message was lost')
    if (fromLatin1(delivered.message) !== fromLatin1(octets)) note('a message was changed')
    expect(delivered.envelope.to).toEqual(to)
    expect(delivered.envelope.from).not.toContain('mallory')
  }

  /** Nothing of what was sent before TLS is known after it (RFC 3207 §4.2, §6). */
  function secure(from: CommandPhase, smuggled: string): void {
    const { codes } = feed(utf8(`STARTTLS\r\n${smuggled}`))
    if (codes[0] !== 220) return
    if (from !== 'greeted' && !isLax) note(`STARTTLS in ${from}: 220`)
    if (codes.length !== 1) note('what was smuggled was answered')
    if (feed(utf8('EHLO mallory.example\r\n')).codes.length) note('answered without TLS')
    session = step(session, { type: 'secured', tls: tlsUp }).session
    seen.handshakes++
    if (session.phase !== 'connected') return note(`after TLS: ${session.phase}`)
    if (session.user || session.line.length) note('something survived the handshake')
    const code = command('connected', 'MAIL FROM:<alice@example.org>')
    if (code < 500 && !isLax) note(`MAIL right after TLS: ${code}`)
  }

  return { play, odd, seen }
}

/** One for each reply: the code of its last line. */
const codesIn = (bytes: Uint8Array): number[] =>
  [...fromLatin1(bytes).matchAll(/^(\d{3}) /gm)].map(([, code]) => Number(code))

describe('whatever a client does, in whatever order', () => {
  test('each command has one reply, each phase follows from it, and messages come as they were sent', () => {
    const total = { data: 0, chunks: 0, handshakes: 0, logins: 0 }
    fc.assert(
      fc.property(hosts, acts, (host, all) => {
        const { play, odd, seen } = modelOf(host)
        all.forEach(play)
        expect(odd).toEqual([])
        for (const what of ['data', 'chunks', 'handshakes', 'logins'] as const)
          total[what] += seen[what]
      }),
      { seed: 5321, numRuns: 400 },
    )
    // What was never reached was never held to anything.
    for (const count of Object.values(total)) expect(count).toBeGreaterThan(30)
  })
})

import { fromUtf8, utf8 } from '../../core/bytes.ts'
import {
  hostDefaults,
  type Peer,
  type Role,
  type SmtpHost,
} from '../../protocols/smtp/server/host.ts'
import {
  openSession,
  step,
  type Effect,
  type SmtpSession,
  type Turn,
} from '../../protocols/smtp/server/engine.ts'
import { outcomeOf } from '../../world/command-outcome.ts'
import type { Exchange } from './exchange.ts'
import { Stage, type Judge, type Judged } from './judge.ts'

/** It relays for everybody, so that no address is refused for what it is. */
const hostFor = (role: Role): SmtpHost => ({
  ...hostDefaults,
  name: 'mx.example.org',
  role,
  relayFrom: ['0.0.0.0/0'],
  tls: 'offered',
  accounts: [{ login: 'alice', password: 'secret' }],
  authBeforeTls: 'taken',
  senders: 'any',
  maxErrors: 1_000_000,
  maxRecipients: 100_000,
  maxIdleCommands: 1_000_000,
})

const PEER: Peer = { address: '198.51.100.7', nonce: 'x' }
const TLS = { version: 'TLSv1.3', cipher: 'TLS_AES_256_GCM_SHA384' }

/** Refusals that are about the line itself (RFC 5321 §4.2.2, §4.2.4), and not about what it asks for. */
const SYNTAX: readonly number[] = [500, 501, 555]

export class SmtpJudge implements Judge {
  private readonly stage: Stage<SmtpSession>
  private readonly host: SmtpHost
  private hello = 'EHLO'
  private isSecured = false

  /** @param role `lmtp` where the client greets with LHLO. */
  constructor(first: string, role: Role) {
    this.host = hostFor(role)
    if (role === 'lmtp') this.hello = 'LHLO'
    this.stage = new Stage(first, (phase) => this.lead(phase))
  }

  play({ verb, octets }: Exchange): Judged | undefined {
    if (/^(?:EHLO|HELO|LHLO)$/.test(verb)) this.hello = verb
    const turn = sent(this.stage.session, octets)
    const given = turn.effects.find((effect) => effect.type === 'command')
    this.stage.played(turn.session)
    if (!given) return undefined
    const isRefused = given.code >= 400
    if (verb === 'STARTTLS' && !isRefused) this.isSecured = true
    return {
      says: lastLine(turn.effects),
      isRefused,
      isSyntax: SYNTAX.includes(given.code),
      ...(given.problem && { problem: given.problem }),
      outcome: outcomeOf({ ...given, type: 'command', protocol: 'smtp', connection: 0 }),
    }
  }

  settle(phase: string): void {
    this.stage.settle(phase)
  }

  private lead(phase: string): SmtpSession {
    const peer = this.isSecured ? { ...PEER, tls: TLS } : PEER
    let { session } = openSession(this.host, peer)
    for (const line of this.wayTo(phase)) session = sent(session, `${line}\r\n`).session
    return session
  }

  private wayTo(phase: string): readonly string[] {
    const way = [
      `${this.hello} client.example.net`,
      'MAIL FROM:<a@example.net>',
      'RCPT TO:<b@example.org>',
    ]
    if (phase === 'data') return [...way, 'DATA']
    if (phase === 'chunks') return [...way, 'BDAT 1\r\nx']
    const length = ['connected', 'greeted', 'mail', 'rcpt'].indexOf(phase)
    return way.slice(0, Math.max(0, length))
  }
}

/** A message is accepted at once, and TLS is up at once. */
function sent(before: SmtpSession, octets: string): Turn {
  const turn = step(before, { type: 'bytes', bytes: utf8(octets) })
  const follow = (input: Parameters<typeof step>[1]): Turn => {
    const next = step(turn.session, input)
    return { session: next.session, effects: [...turn.effects, ...next.effects] }
  }
  if (turn.session.phase === 'waiting')
    return follow({ type: 'verdict', accepted: true, queueId: '34E93274143' })
  return turn.session.phase === 'securing' ? follow({ type: 'secured', tls: TLS }) : turn
}

const lastLine = (effects: readonly Effect[]): string =>
  effects
    .flatMap((effect) => (effect.type === 'send' ? [fromUtf8(effect.bytes)] : []))
    .join('')
    .trimEnd()
    .split('\r\n')
    .at(-1)!

import { takeCommand } from './handle-command.ts'
import type { Peer, Pop3Host, Pop3Ports } from './host.ts'
import { LEAST_IDLE } from '../limits.ts'
import { personalityOf } from '../personalities/index.ts'
import { takeSaslLine } from './handle-login.ts'
import {
  closed,
  toAuthorization,
  type Closed,
  type Effect,
  type Pop3Session,
  type SessionInput,
  type Taken,
  type Turn,
} from './session.ts'
import { answered, hangUp, unasked, unlocked } from './respond.ts'
import { timestampOf } from '../wire/timestamp.ts'

export type { Effect, Pop3Session, SessionInput, Turn } from './session.ts'
export type { Peer, Pop3Host, Pop3Ports } from './host.ts'

/** Opens a session for a client that has just connected: the greeting (RFC 1939 §4). */
export function openSession(host: Pop3Host, peer: Peer, ports: Pop3Ports): Turn {
  const session = toAuthorization({
    ...{ host, peer, ports },
    tls: peer.tls,
    errors: 0,
    now: ports.now ?? 0,
    idleSince: undefined,
    utf8: 'off',
  })
  const { greeting } = personalityOf(host).replies
  const said = greeting({
    host: host.name,
    ...(host.apop === 'offered' && { timestamp: timestampOf(host, peer) }),
  })
  return { session, effects: answered(unasked, said) }
}

/**
 * One step of a session. The same inputs give the same effects, however the octets are cut into
 * pieces. Never throws; a closed session stays closed and silent.
 */
export function step(session: Pop3Session, input: SessionInput): Turn {
  if (session.phase === 'closed') return { session, effects: [] }
  switch (input.type) {
    case 'bytes':
      // A copy, since parts of it are kept and the caller may use its own again.
      return takeBytes({ ...session, idleSince: undefined }, input.bytes.slice())
    case 'tick':
      return tick({ ...session, now: input.now }, input.now)
    case 'secured': {
      // What was known before TLS is forgotten (RFC 2595 §4), where nobody has logged in.
      if (session.phase === 'transaction')
        return { session: { ...session, tls: input.tls }, effects: [] }
      const fresh = { ...session, tls: input.tls, utf8: 'off' as const, idleSince: undefined }
      return { session: toAuthorization(fresh), effects: [] }
    }
    case 'closed':
      // No QUIT, no UPDATE state: nothing is deleted (RFC 1939 §6).
      return { session: unlocked(session), effects: [] }
  }
}

function takeBytes(start: Pop3Session, bytes: Uint8Array): Turn {
  const effects: Effect[] = []
  let session = start
  let from = 0
  while (from < bytes.length && session.phase !== 'closed') {
    const taken = takeSome(session, bytes, from)
    effects.push(...taken.effects)
    session = taken.session
    from = taken.next
  }
  return { session, effects }
}

function takeSome(session: Exclude<Pop3Session, Closed>, bytes: Uint8Array, from: number): Taken {
  switch (session.phase) {
    case 'update':
      return { session, effects: [], next: bytes.length }
    case 'securing':
      // Whoever stands between could have said it: it must not be taken for the client's (RFC 2595 §4).
      return { session, effects: [], next: bytes.length }
    case 'sasl':
      return takeSaslLine(session, bytes, from)
    default:
      return takeCommand(session, bytes, from)
  }
}

/** Who is quiet too long is left, and nothing is deleted (RFC 1939 §3). */
function tick(session: Exclude<Pop3Session, Closed>, now: number): Turn {
  if (session.idleSince === undefined)
    return { session: { ...session, idleSince: now }, effects: [] }
  if (now - session.idleSince < Math.max(LEAST_IDLE, session.host.idle))
    return { session, effects: [] }
  if (personalityOf(session.host).policies.idle === 'told') return hangUp(session, 'idle')
  unlocked(session)
  return { session: closed, effects: [{ type: 'close' }] }
}

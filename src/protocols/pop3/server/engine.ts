import { feed, ownOctets, type OpenOf } from '../../shared/feed.ts'
import { idleSinceAt, isIdleFor } from '../../shared/idle.ts'
import { hangUpAfter } from '../../shared/turn.ts'
import { LEAST_IDLE } from '../limits.ts'
import { personalityOf } from '../personalities/index.ts'
import { handleCommand } from './handle-command.ts'
import { handleLogin } from './handle-login.ts'
import type { Peer, Pop3Host, Pop3Ports } from './host.ts'
import { hangUp, unlocked } from './respond.ts'
import {
  toAuthorization,
  toConnected,
  type Effect,
  type Handled,
  type Pop3Session,
  type SessionInput,
  type Turn,
} from './session.ts'
import { startSession } from './start-session.ts'

export type { Effect, Pop3Session, SessionInput, Turn } from './session.ts'
export type { Peer, Pop3Host, Pop3Ports } from './host.ts'

/** Opens a session for a client that has just connected: the greeting (RFC 1939 §4). */
export const openSession = (host: Pop3Host, peer: Peer, ports: Pop3Ports): Turn =>
  startSession(toConnected(host, peer, ports))

/**
 * One step of a session. The same inputs give the same effects, however the network cuts the octets.
 * Never throws; a closed session stays closed and silent.
 */
export function step(session: Pop3Session, input: SessionInput): Turn {
  if (session.phase === 'closed') return { session, effects: [] }
  switch (input.type) {
    case 'bytes': {
      const active = { ...session, idleSince: undefined }
      return feed<Pop3Session, Effect>(active, ownOctets(input), handleOctets, {
        pauses: input.pauses,
      })
    }
    case 'tick':
      return tick({ ...session, now: input.now }, input.now)
    case 'secured': {
      // What the client sent before TLS is forgotten (RFC 2595 §4), except after a login.
      if (session.phase === 'transaction')
        return { session: { ...session, tls: input.tls }, effects: [] }
      const fresh = { ...session, tls: input.tls, utf8: 'off' as const, idleSince: undefined }
      return { session: toAuthorization(fresh), effects: [] }
    }
    case 'closed':
      // Without QUIT there is no UPDATE state: nothing is deleted (RFC 1939 §6).
      return { session: unlocked(session), effects: [] }
  }
}

function handleOctets(session: OpenOf<Pop3Session>, bytes: Uint8Array, from: number): Handled {
  switch (session.phase) {
    case 'update':
    case 'securing':
      // Octets before TLS may be an attacker's: they are dropped (RFC 2595 §4).
      return { session, effects: [], next: bytes.length }
    case 'sasl':
      return handleLogin(session, bytes, from)
    default:
      return handleCommand(session, bytes, from)
  }
}

/** Hangs up on a client that is silent too long; nothing is deleted (RFC 1939 §3). */
function tick(session: OpenOf<Pop3Session>, now: number): Turn {
  const idleSince = idleSinceAt(session.idleSince, now)
  if (!isIdleFor(session.idleSince, now, Math.max(LEAST_IDLE, session.host.idle)))
    return { session: { ...session, idleSince }, effects: [] }
  if (personalityOf(session.host).policies.idle === 'farewell') return hangUp(session, 'idle')
  return hangUpAfter<Pop3Session, Effect>(unlocked(session), [])
}

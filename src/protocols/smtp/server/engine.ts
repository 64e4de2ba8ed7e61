import type { Tls } from '../../../core/tls.ts'
import { takeCommand } from './handle-command.ts'
import { skipChunk, takeChunk } from './handle-chunk.ts'
import { greet, openDoor } from './start-session.ts'
import type { Peer, SmtpHost } from './host.ts'
import { HELD_INPUT, SERVER_TIMEOUT } from '../limits.ts'
import { takeLogin } from './handle-login.ts'
import { answerVerdict } from './message-end.ts'
import { takeData } from './handle-data.ts'
import { personalityOf } from '../personalities/index.ts'
import { emptyMemory, type HostMemory } from '../policies/memory.ts'
import {
  closed,
  toConnecting,
  toSecured,
  type Effect,
  type OpenSession,
  type SessionInput,
  type SmtpSession,
  type Taken,
  type Turn,
  type Verdict,
  type Waiting,
} from './session.ts'
import { hangUp, leave } from './respond.ts'
import { addToRope, ropeBytes } from '../../shared/wire/rope.ts'

export type { Effect, SessionInput, SmtpSession, Turn } from './session.ts'
export type { Peer, SmtpHost } from './host.ts'
export { emptyMemory, type HostMemory } from '../policies/memory.ts'

export interface Opening {
  /** In milliseconds. */
  readonly now?: number
  /** What the host remembers of other sessions; without it, of none. */
  readonly memory?: HostMemory
}

/** Opens a session for a client that has just connected: the greeting (RFC 5321 §3.1). */
export function openSession(host: SmtpHost, peer: Peer, opening: Opening = {}): Turn {
  const memory = opening.memory ?? emptyMemory()
  return openDoor(toConnecting(host, peer, memory, opening.now))
}

/**
 * One step of a session. The same inputs give the same effects, however the octets are cut into
 * pieces. Never throws; a closed session stays closed and silent.
 */
export function step(session: SmtpSession, input: SessionInput): Turn {
  if (session.phase === 'closed') return { session, effects: [] }
  switch (input.type) {
    case 'bytes': {
      const { openedAt, now } = session.clock
      const clock = { openedAt, now: input.now ?? now, idleSince: undefined }
      // A copy, since parts of it are kept and the caller may use its own again.
      return takeBytes({ ...session, clock }, input.bytes.slice())
    }
    case 'verdict':
      return session.phase === 'waiting' ? takeVerdict(session, input) : { session, effects: [] }
    case 'secured':
      return secured(session, input.tls)
    case 'tick':
      return tick(session, input.now)
    case 'closed':
      // As if QUIT had been said (§4.1.1.5): whatever was begun is dropped.
      return { session: closed, effects: [] }
  }
}

function takeBytes(start: SmtpSession, bytes: Uint8Array): Turn {
  const effects: Effect[] = []
  let session = start
  let from = 0
  while (from < bytes.length && session.phase !== 'closed') {
    const taken = takeSome(session, bytes, from)
    for (const effect of taken.effects) effects.push(effect)
    session = taken.session
    from = taken.next
  }
  return { session, effects }
}

function takeSome(session: OpenSession, bytes: Uint8Array, from: number): Taken {
  switch (session.phase) {
    case 'connecting':
      // Who talks before the greeting takes it for granted (§4.3.1).
      return { ...leave(personalityOf(session.host).replies.earlyTalker({})), next: bytes.length }
    case 'securing':
      // Injected before TLS, to be taken for what was said inside it (RFC 3207 §6).
      return { session, effects: [], next: bytes.length }
    case 'data':
      return takeData(session, bytes, from)
    case 'chunk':
      return takeChunk(session, bytes, from)
    case 'skipping':
      return skipChunk(session, bytes, from)
    case 'login':
      return takeLogin(session, bytes, from)
    case 'waiting':
      return hold(session, bytes, from)
    default:
      return takeCommand(session, bytes, from)
  }
}

/** Nothing that came in is lost while a message is judged (RFC 2920 §3.2). */
function hold(session: Waiting, bytes: Uint8Array, from: number): Taken {
  const next = bytes.length
  const held = addToRope(session.held, bytes.subarray(from))
  if (held.length > HELD_INPUT) return { ...hangUp(session, 'tooMuchInput'), next }
  return { session: { ...session, held }, effects: [], next }
}

function takeVerdict(session: Waiting, verdict: Verdict): Turn {
  const said = answerVerdict(session, verdict)
  if (!session.held.length) return said
  const rest = takeBytes(said.session, ropeBytes(session.held))
  return { session: rest.session, effects: [...said.effects, ...rest.effects] }
}

/** TLS is up: after STARTTLS, or before the greeting. At any other time there is nothing to secure. */
function secured(session: OpenSession, tls: Tls): Turn {
  if (session.phase === 'securing') return { session: toSecured(session, tls), effects: [] }
  if (session.phase !== 'connecting' && session.phase !== 'connected')
    return { session, effects: [] }
  return { session: { ...session, peer: { ...session.peer, tls } }, effects: [] }
}

/** Five minutes without a word end the session (§4.5.3.2.7); judging may take as long as it takes. */
function tick(before: OpenSession, now: number): Turn {
  const { openedAt = now, idleSince } = before.clock
  const session = { ...before, clock: { now, openedAt, idleSince: idleSince ?? now } }
  if (session.phase === 'waiting')
    return { session: { ...session, clock: before.clock }, effects: [] }
  const { maxDuration, greetingDelay } = session.host
  if (maxDuration > 0 && now - openedAt >= maxDuration) return hangUp(session, 'tooLong')
  if (session.phase === 'connecting')
    return now - openedAt >= greetingDelay ? greet(session) : { session, effects: [] }
  if (idleSince === undefined || now - idleSince < SERVER_TIMEOUT) return { session, effects: [] }
  return hangUp(session, 'timeout')
}

import type { Tls } from '../../../core/tls.ts'
import { handleCommand } from './handle-command.ts'
import { skipChunk, handleChunk } from './handle-chunk.ts'
import { greet, startSession } from './start-session.ts'
import type { Peer, SmtpHost } from './host.ts'
import { HELD_INPUT, SERVER_TIMEOUT } from '../limits.ts'
import { handleLogin } from './handle-login.ts'
import { answerVerdict } from './message-end.ts'
import { handleData } from './handle-data.ts'
import { personalities } from '../personalities/index.ts'
import { emptyMemory, type HostMemory } from '../policies/memory.ts'
import {
  closed,
  toConnecting,
  toSecured,
  type Effect,
  type OpenSession,
  type SessionInput,
  type SmtpSession,
  type Handled,
  type Turn,
  type Verdict,
  type Waiting,
} from './session.ts'
import { hangUp, closeWith } from './respond.ts'
import { feed, ownOctets } from '../../shared/feed.ts'
import { idleSinceAt, isIdleFor } from '../../shared/idle.ts'
import { inTurn } from '../../shared/turn.ts'
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
  return startSession(
    toConnecting(host, personalities[host.personality], peer, memory, opening.now),
  )
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
      return feed<SmtpSession, Effect>({ ...session, clock }, ownOctets(input), handleOctets, {
        pauses: input.pauses,
        waitsIn: 'waiting',
      })
    }
    case 'verdict':
      return session.phase === 'waiting' ? handleVerdict(session, input) : { session, effects: [] }
    case 'secured':
      return secured(session, input.tls)
    case 'tick':
      return tick(session, input.now)
    case 'closed':
      // As if QUIT had been sent (§4.1.1.5): the open transaction is dropped.
      return { session: closed, effects: [] }
  }
}

function handleOctets(session: OpenSession, bytes: Uint8Array, from: number): Handled {
  switch (session.phase) {
    case 'connecting':
      // A client that sends before the greeting is no mail server (§4.3.1).
      return {
        ...closeWith(session.personality.replies.earlyTalker({})),
        next: bytes.length,
      }
    case 'securing':
      // Injected before TLS, to be taken for what was sent inside it (RFC 3207 §6).
      return { session, effects: [], next: bytes.length }
    case 'data':
      return handleData(session, bytes, from)
    case 'chunk':
      return handleChunk(session, bytes, from)
    case 'skipping':
      return skipChunk(session, bytes, from)
    case 'login':
      return handleLogin(session, bytes, from)
    case 'waiting':
      return hold(session, bytes, from)
    default:
      return handleCommand(session, bytes, from)
  }
}

/** Nothing that came in is lost while a message is judged (RFC 2920 §3.2). */
function hold(session: Waiting, bytes: Uint8Array, from: number): Handled {
  const next = bytes.length
  const held = addToRope(session.held, bytes.subarray(from))
  if (held.length > HELD_INPUT) return { ...hangUp(session, 'tooMuchInput'), next }
  return { session: { ...session, held }, effects: [], next }
}

function handleVerdict(session: Waiting, verdict: Verdict): Turn {
  const answered = answerVerdict(session, verdict)
  if (!session.held.length) return answered
  return inTurn(
    answered,
    feed<SmtpSession, Effect>(answered.session, ropeBytes(session.held), handleOctets),
  )
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
  const clock = { now, openedAt, idleSince: idleSinceAt(idleSince, now) }
  const session = { ...before, clock }
  if (session.phase === 'waiting')
    return { session: { ...session, clock: before.clock }, effects: [] }
  const { maxDuration, greetingDelay } = session.host
  if (maxDuration > 0 && now - openedAt >= maxDuration) return hangUp(session, 'tooLong')
  if (session.phase === 'connecting')
    return now - openedAt >= greetingDelay ? greet(session) : { session, effects: [] }
  return isIdleFor(idleSince, now, SERVER_TIMEOUT)
    ? hangUp(session, 'timeout')
    : { session, effects: [] }
}

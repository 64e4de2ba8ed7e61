import type { Peer, SmtpHost } from './host.ts'
import { HELD_INPUT, SERVER_TIMEOUT } from './limits.ts'
import { takeData } from './message-input.ts'
import { personalityOf } from './personalities/index.ts'
import { reply, type Reply } from './reply.ts'
import {
  closed,
  toConnected,
  toGreeted,
  type Effect,
  type SessionInput,
  type SmtpSession,
  type Taken,
  type Turn,
  type Verdict,
  type Waiting,
} from './session.ts'
import { answered, endOfData, finish, hangUp, unasked } from './speak.ts'
import { takeCommand } from './command-input.ts'
import { addToRope, ropeBytes } from '../wire/rope.ts'

export type { Effect, SessionInput, SmtpSession, Turn } from './session.ts'
export type { Peer, SmtpHost } from './host.ts'

/** Opens a session for a client that has just connected: the greeting (RFC 5321 §3.1). */
export function openSession(host: SmtpHost, peer: Peer): Turn {
  const { greeting } = personalityOf(host).replies
  return {
    session: toConnected(host, peer),
    effects: answered(unasked, greeting({ host: host.name })),
  }
}

/**
 * One step of a session. The same inputs give the same effects, however the octets are cut into
 * pieces. Never throws; a closed session stays closed and silent.
 */
export function step(session: SmtpSession, input: SessionInput): Turn {
  if (session.phase === 'closed') return { session, effects: [] }
  switch (input.type) {
    case 'bytes':
      // A copy, since parts of it are kept and the caller may use its own again.
      return takeBytes({ ...session, idleSince: undefined }, input.bytes.slice())
    case 'verdict':
      return session.phase === 'waiting' ? takeVerdict(session, input) : { session, effects: [] }
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
    effects.push(...taken.effects)
    session = taken.session
    from = taken.next
  }
  return { session, effects }
}

function takeSome(
  session: Exclude<SmtpSession, { phase: 'closed' }>,
  bytes: Uint8Array,
  from: number,
): Taken {
  if (session.phase === 'data') return takeData(session, bytes, from)
  if (session.phase === 'waiting') return hold(session, bytes, from)
  return takeCommand(session, bytes, from)
}

/** Nothing that came in is lost while a message is judged (RFC 2920 §3.2). */
function hold(session: Waiting, bytes: Uint8Array, from: number): Taken {
  const next = bytes.length
  const held = addToRope(session.held, bytes.subarray(from))
  if (held.length > HELD_INPUT) return { ...hangUp(session, 'tooMuchInput'), next }
  return { session: { ...session, held }, effects: [], next }
}

function takeVerdict(session: Waiting, verdict: Verdict): Turn {
  const errors = verdict.accepted ? 0 : session.errors
  const ready = toGreeted({ ...session, errors, idleSince: undefined }, session.hello)
  const said = finish(ready, endOfData, verdictReply(session, verdict))
  const rest = takeBytes(said.session, ropeBytes(session.held))
  return { session: rest.session, effects: [...said.effects, ...rest.effects] }
}

const verdictReply = ({ host }: Waiting, verdict: Verdict): Reply =>
  verdict.accepted
    ? personalityOf(host).replies.queued({ queueId: verdict.queueId })
    : reply(verdict.code, verdict.enhanced, verdict.text)

/** Five minutes without a word end the session (§4.5.3.2.7); judging may take as long as it takes. */
function tick(session: Exclude<SmtpSession, { phase: 'closed' }>, now: number): Turn {
  if (session.phase === 'waiting') return { session, effects: [] }
  if (session.idleSince === undefined)
    return { session: { ...session, idleSince: now }, effects: [] }
  if (now - session.idleSince < SERVER_TIMEOUT) return { session, effects: [] }
  return hangUp(session, 'timeout')
}

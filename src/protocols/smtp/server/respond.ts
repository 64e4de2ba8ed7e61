import { countRefusal } from '../../shared/refusals.ts'
import { hangUpAfter } from '../../shared/turn.ts'
import type { SyntaxProblem } from '../../shared/syntax-problem.ts'
import { tarpitDelay } from '../policies/tarpit.ts'
import { renderReply, replyText, printable, type Reply } from '../wire/reply.ts'
import {
  closed,
  type Effect,
  type CommandEffect,
  type Open,
  type SmtpSession,
  type Turn,
} from './session.ts'

/** A command as its effect names it. */
export interface Asked {
  readonly verb: string
  readonly argument: string
  readonly problem?: SyntaxProblem
}

/** What was not asked for: the greeting, and 421. */
export const unasked: Asked = { verb: '', argument: '' }

/** The end of a message. */
export const endOfData: Asked = { verb: '.', argument: '' }

/** A reply as effects: it is sent, and reported to all who follow. */
export function replied(asked: Asked, sent: Reply): Effect[] {
  const { code, enhanced } = sent
  const spoken = printable(sent)
  const { verb, argument, problem } = asked
  const text = replyText(spoken)
  const send = { type: 'send', bytes: renderReply(spoken) } as const
  // Nearly all are of one of these two forms, and there are many of them.
  const command: CommandEffect =
    enhanced === undefined
      ? { type: 'command', verb, argument, code, text }
      : { type: 'command', verb, argument, code, enhanced, text }
  return [send, problem ? { ...command, problem } : command]
}

/**
 * Replies, and goes on as `next`. It counts refusals, and slows them down where the host has a
 * tarpit; the last one it puts up with is followed by 421. A `next` that is closed closes the
 * connection.
 * @param then Effects right behind the reply.
 */
export function respond(
  next: SmtpSession,
  asked: Asked,
  sent: Reply,
  then: readonly Effect[] = [],
): Turn {
  const effects = replied(asked, sent)
  if (then.length) effects.push(...then)
  if (next.phase === 'closed') return hangUpAfter<SmtpSession, Effect>(next, effects)
  if (sent.code < 400) return { session: next, effects }
  const { counters, host } = next
  const slow = waiting(tarpitDelay(host.tarpit, counters.errors + 1))
  return countRefusal<SmtpSession, Effect>(slow.length ? [...slow, ...effects] : effects, {
    before: counters.errors,
    limit: host.maxErrors,
    withCount: (errors) => ({ ...next, counters: { ...counters, errors } }),
    hangUp: () => hangUp(next, 'tooManyErrors'),
  })
}

export const waiting = (milliseconds: number): Effect[] =>
  milliseconds > 0 ? [{ type: 'wait', milliseconds }] : []

/** Why a server ends a session by itself. */
export type Ending =
  'tooManyErrors' | 'tooManyMessages' | 'tooMuchInput' | 'timeout' | 'tooLong' | 'closing'

/** Sends 421 without being asked, and closes (RFC 5321 §3.8). */
export const hangUp = (
  { host, personality }: Pick<Open, 'host' | 'personality'>,
  why: Ending,
): Turn => closeWith(personality.replies[why]({ host: host.name }))

/** Sends this without being asked, and closes. */
export const closeWith = (sent: Reply): Turn =>
  hangUpAfter<SmtpSession, Effect>(closed, replied(unasked, sent))

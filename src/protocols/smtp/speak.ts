import type { Fault } from '../fault.ts'
import type { SmtpHost } from './host.ts'
import { personalityOf } from './personalities/index.ts'
import { renderReply, replyText, speakable, type Reply } from './reply.ts'
import { closed, type Effect, type SmtpSession, type Turn } from './session.ts'

/** A command as the exchange names it. */
export interface Asked {
  readonly verb: string
  readonly argument: string
  readonly fault?: Fault
}

/** What was not asked for: the greeting, and 421. */
export const unasked: Asked = { verb: '', argument: '' }

/** The end of a message. */
export const endOfData: Asked = { verb: '.', argument: '' }

/** A reply as effects: it is sent, and told to whoever follows. */
export function answered(asked: Asked, said: Reply): Effect[] {
  const enhanced = said.enhanced === undefined ? {} : { enhanced: said.enhanced }
  const text = replyText(speakable(said))
  return [
    { type: 'send', bytes: renderReply(said) },
    { type: 'exchange', ...asked, code: said.code, ...enhanced, text },
  ]
}

/**
 * Answers, and goes on as `next`. Refusals are counted: the last one a host puts up with is
 * followed by 421. A `next` that is closed closes the connection.
 */
export function finish(next: SmtpSession, asked: Asked, said: Reply): Turn {
  const effects = answered(asked, said)
  if (next.phase === 'closed') return { session: next, effects: [...effects, { type: 'close' }] }
  if (said.code < 400) return { session: next, effects }
  const errors = next.errors + 1
  if (errors < next.host.maxErrors) return { session: { ...next, errors }, effects }
  const end = hangUp(next, 'tooManyErrors')
  return { session: end.session, effects: [...effects, ...end.effects] }
}

/** Says 421 without being asked, and closes (RFC 5321 §3.8). */
export function hangUp(
  { host }: { readonly host: SmtpHost },
  why: 'tooManyErrors' | 'timeout' | 'tooMuchInput',
): Turn {
  const said = personalityOf(host).replies[why]({ host: host.name })
  return { session: closed, effects: [...answered(unasked, said), { type: 'close' }] }
}

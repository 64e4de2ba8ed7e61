import { encodeBase64 } from '../../../core/base64.ts'
import { concatBytes, latin1, utf8 } from '../../../core/bytes.ts'
import type { SyntaxProblem } from '../../shared/syntax-problem.ts'
import type { Answer, Challenge } from './command.ts'
import { personalityOf } from '../personalities/index.ts'
import { renderReply, type Reply } from '../wire/reply.ts'
import {
  closed,
  type Closed,
  type Effect,
  type Open,
  type Pop3Session,
  type Turn,
} from './session.ts'

/** A command as its effect names it. */
export interface Asked {
  readonly verb: string
  readonly argument: string
  readonly problem?: SyntaxProblem
  readonly explanation?: string
}

/** What was not asked for: the greeting, and a farewell. */
export const unasked: Asked = { verb: '', argument: '' }

export const challenge = (octets: Uint8Array): Challenge => ({
  status: '+',
  text: encodeBase64(octets),
})

/** A reply as effects: it is sent, and told to whoever follows. */
export function answered(asked: Asked, said: Reply | Challenge): Effect[] {
  if (said.status === '+')
    return [
      { type: 'send', bytes: concatBytes([utf8(`+ ${said.text}`), latin1('\r\n')]) },
      { type: 'command', ...asked, status: '+', text: said.text },
    ]
  const code = said.code === undefined ? {} : { responseCode: said.code }
  return [
    { type: 'send', bytes: renderReply(said) },
    { type: 'command', ...asked, status: said.status, ...code, text: said.text },
  ]
}

/**
 * Answers, and goes on. Refusals are counted: the last one a host puts up with is followed by the
 * end. A session that is over closes the connection.
 */
export function finish(
  asked: Asked,
  { session, reply, problem, explanation, then = [] }: Answer,
): Turn {
  const effects = [
    ...answered(
      {
        ...asked,
        ...(problem && { problem: problem }),
        ...(explanation !== undefined && { explanation }),
      },
      reply,
    ),
    ...then,
  ]
  if (session.phase === 'closed' || session.phase === 'update')
    return { session: unlocked(session), effects: [...effects, { type: 'close' }] }
  if (reply.status !== '-ERR') return { session, effects }
  const errors = session.errors + 1
  if (errors < session.host.maxErrors) return { session: { ...session, errors }, effects }
  const end = hangUp(session, 'tooManyErrors')
  return { session: end.session, effects: [...effects, ...end.effects] }
}

/** Says why without being asked, and closes. Nothing is deleted. */
export function hangUp(session: Exclude<Pop3Session, Closed>, why: 'tooManyErrors' | 'idle'): Turn {
  const said = personalityOf(session.host).replies[why]({})
  return { session: unlocked(session), effects: [...answered(unasked, said), { type: 'close' }] }
}

/** Closed; the maildrop, if it was open, is free for others. */
export function unlocked(session: Pop3Session | Open): Closed {
  if ('unlock' in session) session.unlock()
  return closed
}

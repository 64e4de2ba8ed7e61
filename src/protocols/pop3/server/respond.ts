import { encodeBase64 } from '../../../core/base64.ts'
import { concatBytes, latin1, utf8 } from '../../../core/bytes.ts'
import { STEP } from '../../shared/feed.ts'
import { countRefusal } from '../../shared/refusals.ts'
import type { SyntaxProblem } from '../../shared/syntax-problem.ts'
import { hangUpAfter } from '../../shared/turn.ts'
import { personalityOf } from '../personalities/index.ts'
import { renderReply, replyPieces, type Reply } from '../wire/reply.ts'
import type { Answer, Challenge } from './command.ts'
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

/** For replies that no command asked for: the greeting, and a farewell. */
export const unasked: Asked = { verb: '', argument: '' }

export const challenge = (octets: Uint8Array): Challenge => ({
  status: '+',
  text: encodeBase64(octets),
})

/** A reply as effects: its octets, and the command that it answers. */
export function replied(asked: Asked, reply: Reply | Challenge): Effect[] {
  if (reply.status === '+')
    return [
      { type: 'send', bytes: concatBytes([utf8(`+ ${reply.text}`), latin1('\r\n')]) },
      { type: 'command', ...asked, status: '+', text: reply.text },
    ]
  const code = reply.code === undefined ? {} : { responseCode: reply.code }
  return [
    sent(reply),
    { type: 'command', ...asked, status: reply.status, ...code, text: reply.text },
  ]
}

/** A long message is made piece by piece, as the client takes it. */
const sent = (reply: Reply): Effect =>
  reply.body?.kind === 'message' && reply.body.octets.length >= STEP.octets
    ? { type: 'stream', pieces: replyPieces(reply, STEP.octets) }
    : { type: 'send', bytes: renderReply(reply) }

/**
 * Sends an answer, and goes on with its session. Closes the connection if the session is over, and
 * after the last refusal that the host tolerates.
 */
export function respond(asked: Asked, answer: Answer): Turn {
  const { session, reply, problem, explanation, then = [] } = answer
  const about = {
    ...asked,
    ...(problem && { problem }),
    ...(explanation !== undefined && { explanation }),
  }
  const effects = [...replied(about, reply), ...then]
  if (session.phase === 'closed' || session.phase === 'update')
    return hangUpAfter<Pop3Session, Effect>(unlocked(session), effects)
  return countErrors(session, reply, effects)
}

/** Counts what the host counts: all refusals, or failed logins and, in a row, unknown commands. */
function countErrors(
  session: Exclude<Pop3Session, Closed>,
  reply: Reply | Challenge,
  effects: readonly Effect[],
): Turn {
  const inARow = personalityOf(session.host).policies.unknownInARow
  const isRefusal = reply.status === '-ERR'
  const isUnknown = isRefusal && reply.text.startsWith('Unknown command')
  if (inARow && isUnknown)
    return countRefusal<Pop3Session, Effect>(effects, {
      before: session.unknown,
      limit: session.phase === 'transaction' ? inARow.afterLogin : inARow.beforeLogin,
      withCount: (unknown) => ({ ...session, unknown }),
      hangUp: () => hangUp(session, 'tooManyErrors'),
    })
  const known = session.unknown === 0 ? session : { ...session, unknown: 0 }
  if (!isRefusal || (inARow && reply.code !== 'AUTH')) return { session: known, effects }
  return countRefusal<Pop3Session, Effect>(effects, {
    before: session.errors,
    limit: session.host.maxErrors,
    withCount: (errors) => ({ ...known, errors }),
    hangUp: () => hangUp(session, 'tooManyErrors'),
  })
}

/** Sends a farewell that no command asked for, and closes. Nothing is deleted. */
export const hangUp = (
  session: Exclude<Pop3Session, Closed>,
  why: 'tooManyErrors' | 'idle',
): Turn =>
  hangUpAfter<Pop3Session, Effect>(
    unlocked(session),
    replied(
      unasked,
      personalityOf(session.host).replies[why]({ isLoggedIn: session.phase === 'transaction' }),
    ),
  )

/** Closes the session and releases its lock on the maildrop. */
export function unlocked(session: Pop3Session | Open): Closed {
  if ('unlock' in session) session.unlock()
  return closed
}

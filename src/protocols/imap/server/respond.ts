import { personalityOf } from '../personalities/index.ts'
import type { StatusResponse } from '../personalities/personality.ts'
import { reportChanges } from '../view/changes.ts'
import { countRefusal } from '../../shared/refusals.ts'
import { hangUpAfter } from '../../shared/turn.ts'
import type { Answer, Command, Reply } from './command.ts'
import { chunksOf, octetsOf, sendAll, type Output } from './output.ts'
import { statusLine } from '../wire/status-line.ts'
import {
  closed,
  type CommandEffect,
  type Effect,
  type ImapSession,
  type OpenSession,
  type Turn,
} from './session.ts'

/** A command as its effect names it. */
export interface Asked {
  readonly tag: string
  readonly verb: string
  readonly argument: string
}

/** For responses that no command asked for: the greeting, a BYE. */
export const unasked: Asked = { tag: '*', verb: '', argument: '' }

/** Untagged data and the status response behind it, as effects. */
export function replied(
  asked: Asked,
  untagged: Output,
  response: StatusResponse,
  stream?: Iterable<Output[number]>,
): Effect[] {
  const line = statusLine(asked.tag, response)
  if (!stream) {
    const effects: Effect[] = sendAll(untagged.length > 0 ? [...untagged, line] : [line])
    effects.push(commandOf(asked, response))
    return effects
  }
  return [
    ...sendAll(untagged),
    { type: 'stream', pieces: chunksOf(chained(stream, [line])) },
    commandOf(asked, response),
  ]
}

function* chained<Item>(first: Iterable<Item>, second: Iterable<Item>): Generator<Item> {
  yield* first
  yield* second
}

/** Most commands have neither a code nor a problem, and there are many of them. */
function commandOf(
  { tag, verb, argument }: Asked,
  { status, code, text, problem }: StatusResponse,
): CommandEffect {
  const command = { type: 'command', tag, verb, argument, status, text } as const
  if (code === undefined && !problem) return command
  return {
    ...command,
    ...(code !== undefined && { responseCode: code }),
    ...(problem && { problem }),
  }
}

/** `+ …`: the client may go on (RFC 9051 §7.6). */
export function continued(
  { tag, verb, argument }: Asked,
  untagged: Output,
  text: string,
): Effect[] {
  return [
    ...sendAll([...untagged, `+ ${octetsOf(text)}\r\n`]),
    { type: 'command', tag, verb, argument, status: '+', text },
  ]
}

/**
 * Sends an answer with the changes of the mailbox behind its untagged data. Closes the connection if
 * the session is closed, and after the last BAD that the host tolerates.
 * @param before The session to which the command came.
 */
export function respond(
  before: OpenSession,
  asked: Asked,
  answer: Answer,
  command?: Command,
): Turn {
  if (answer.type === 'continuation')
    return { session: answer.session, effects: continued(asked, answer.untagged, answer.text) }
  const reply = withChanges(answer, command?.expunges ?? 'reported')
  const finished = finish(before, asked, reply)
  const effects = replied(asked, reply.untagged, finished, reply.stream)
  if (reply.effects.length > 0) effects.push(...reply.effects)
  if (reply.session.phase === 'closed') return hangUpAfter<ImapSession, Effect>(closed, effects)
  return countBad(reply.session, finished.status, effects)
}

/** The reply as this kind of server words the whole of it. */
function finish(before: OpenSession, { tag, verb, argument }: Asked, reply: Reply): StatusResponse {
  const isLoggedIn = before.phase !== 'notAuthenticated' && before.phase !== 'authenticating'
  const { nonce } = before.peer
  const { policies } = personalityOf(before.host)
  return policies.finish(responseOf(reply), { tag, verb, argument, isLoggedIn, nonce })
}

/** Most have neither a code nor a problem, and there are many of them. */
function responseOf({ status, code, text, problem }: Reply): StatusResponse {
  if (code === undefined && !problem) return { status, text }
  return {
    ...{ status, text },
    ...(code !== undefined && { code }),
    ...(problem && { problem }),
  }
}

function withChanges(reply: Reply, expunges: Command['expunges']): Reply {
  const { session, changes, status } = reply
  if (session.phase !== 'selected' || changes === 'reported' || status === 'BAD') return reply
  const report = reportChanges(session, expunges)
  if (report.untagged.length === 0) return { ...reply, session: report.session }
  // Behind the stream, whose lines have the numbers of before.
  if (reply.stream)
    return { ...reply, session: report.session, stream: chained(reply.stream, report.untagged) }
  return { ...reply, session: report.session, untagged: [...reply.untagged, ...report.untagged] }
}

function countBad(session: OpenSession, status: StatusResponse['status'], effects: Effect[]): Turn {
  const { policies } = personalityOf(session.host)
  if (status !== 'BAD') {
    const isTakenBack = policies.badCounts === 'in-a-row' && session.errors > 0
    return { session: isTakenBack ? { ...session, errors: 0 } : session, effects }
  }
  const isEarly = session.phase === 'notAuthenticated'
  const limit = isEarly ? policies.badBeforeLogin : policies.badAfterLogin
  const isLeftOut = isEarly && policies.lastBad === 'left-out' && session.errors + 1 >= limit
  return countRefusal<ImapSession, Effect>(isLeftOut ? effects.filter(isUnsent) : effects, {
    before: session.errors,
    limit,
    withCount: (errors) => ({ ...session, errors }),
    hangUp: () => hangUp(session, 'tooManyErrors'),
  })
}

const isUnsent = ({ type }: Effect): boolean => type !== 'send'

/** Sends a BYE that no command asked for, and closes (RFC 9051 §7.1.5). */
export function hangUp(
  { host }: OpenSession,
  why: 'tooManyErrors' | 'autologout' | 'flood',
  code?: string,
): Turn {
  const text = personalityOf(host).words[why]({ host })
  const bye: StatusResponse = { status: 'BYE', text, ...(code !== undefined && { code }) }
  return hangUpAfter<ImapSession, Effect>(closed, replied(unasked, [], bye))
}

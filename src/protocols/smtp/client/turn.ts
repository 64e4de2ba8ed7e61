import { latin1, utf8 } from '../../../core/bytes.ts'
import {
  nothing,
  type ClientEffect,
  type ClientTurn,
  type DoneEffect,
  type Progress,
  type Refused,
  type Result,
  type Stage,
  type Talking,
} from './session.ts'
import { replyText, type Reply } from '../wire/reply.ts'

/** What a client does next: the moves that every part of a sending session is made of. */

export const isPositive = ({ code }: Reply): boolean => code >= 200 && code < 300

export const isPermanent = ({ code }: Reply): boolean => code >= 500

const isTemporary = ({ code }: Reply): boolean => code >= 400 && code < 500

/** Only the first digit decides (RFC 5321 §4.3.2). */
export const refusal = (reply: Reply): Result => ({
  outcome: isTemporary(reply) ? 'deferred' : 'failed',
  reply,
})

export const go = (
  session: Talking,
  stage: Stage,
  effects: readonly ClientEffect[],
): ClientTurn => ({ session: { ...session, stage }, effects })

export const send = (session: Talking, stage: Stage, line: string): ClientTurn =>
  go(session, stage, [{ type: 'send', bytes: utf8(`${line}\r\n`) }])

/** The result stands; QUIT ends whatever was begun (RFC 5321 §4.1.1.10). */
export const quit = (session: Talking, result: Result): ClientTurn =>
  go(session, { name: 'quit' }, [
    done(session, result),
    { type: 'send', bytes: latin1('QUIT\r\n') },
  ])

export const hangUp = (effects: readonly ClientEffect[]): ClientTurn => ({
  session: { phase: 'closed' },
  effects: [...effects, { type: 'close' }],
})

/** The line is gone, or is about to be; what was not answered may be tried on another one. */
export const lost = (session: Talking, result: Result): ClientTurn =>
  hangUp(session.stage.name === 'quit' ? [] : [done(session, result)])

export function refusedBy(recipient: string, reply: Reply): Refused {
  const enhanced = reply.enhanced === undefined ? {} : { enhanced: reply.enhanced }
  return { recipient, code: reply.code, ...enhanced, text: replyText(reply) }
}

/** What the whole session came to, where its last transaction came to `result`. */
function done(session: Talking, result: Result): DoneEffect {
  const { past, stage, waiting, extensions } = session
  const done = { type: 'done', extensions, ...result } as const
  const { refused } = 'to' in stage ? stage : nothing
  const soFar: Progress = { ...past, refused: [...past.refused, ...refused] }
  if (stage.name === 'between')
    return { ...done, ...soFar, outcome: over(soFar, waiting, result), left: waiting }
  if (!past.accepted.length) return { ...done, ...soFar, accepted: [], left: [] }
  // An earlier transaction brought it to some: what ends this one concerns only the others.
  const others = [...unanswered(stage), ...waiting]
  const { reply } = result
  if (!reply || reply.code === 421) return { ...done, ...soFar, outcome: 'sent', left: others }
  const more = others.map((recipient) => refusedBy(recipient, reply))
  return { ...done, ...soFar, outcome: 'sent', refused: [...soFar.refused, ...more], left: [] }
}

function over(
  { accepted }: Progress,
  waiting: readonly string[],
  { outcome }: Result,
): DoneEffect['outcome'] {
  if (accepted.length) return 'sent'
  return waiting.length ? 'deferred' : outcome
}

function unanswered(stage: Stage): string[] {
  if (!('to' in stage)) return []
  const refused = new Set(stage.refused.map(({ recipient }) => recipient))
  return stage.to.filter((recipient) => !refused.has(recipient))
}

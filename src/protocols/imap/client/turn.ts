import { latin1, utf8 } from '../../../core/bytes.ts'
import type { ClientEffect, ClientTurn, Stage, Talking } from './session.ts'

/** Small turns of a client session. */

export const nothing = (session: Talking): ClientTurn => ({ session, effects: [] })

export const go = (
  session: Talking,
  stage: Stage,
  effects: readonly ClientEffect[],
): ClientTurn => ({ session: { ...session, stage }, effects })

export const send = (bytes: Uint8Array): ClientEffect => ({ type: 'send', bytes })

export const line = (text: string): ClientEffect => send(utf8(`${text}\r\n`))

/** One turn after another. */
export function followedBy(turn: ClientTurn, next: (session: Talking) => ClientTurn): ClientTurn {
  if (turn.session.phase === 'closed') return turn
  const { session, effects } = next(turn.session)
  return { session, effects: [...turn.effects, ...effects] }
}

export const hangUp = (effects: readonly ClientEffect[]): ClientTurn => ({
  session: { phase: 'closed' },
  effects: [...effects, { type: 'close' }],
})

/** Ends the session without a request; sends LOGOUT. */
export function end(session: Talking, reason: string): ClientTurn {
  const goodbye = send(latin1(`a${session.tags + 1} LOGOUT\r\n`))
  return hangUp([...(session.stage.name === 'securing' ? [] : [goodbye]), { type: 'end', reason }])
}

/** The server is gone; after LOGOUT that is what was asked for (RFC 9051 §3.4). */
export const lost = ({ stage }: Talking, reason: string): ClientTurn =>
  stage.name === 'command' && stage.request.verb === 'LOGOUT'
    ? hangUp([{ type: 'end' }])
    : hangUp([{ type: 'end', reason }])

import type { Handled } from './turn.ts'
import { emptyLine, readLine, type LineBuffer } from './wire/lines.ts'

/** A session that reads lines. */
interface Listening {
  /** A line whose end has not arrived. */
  readonly line: LineBuffer
}

/** A whole line, and the session without it. */
export interface SessionLine<Session> {
  readonly session: Session
  /** Without its line end; cut where it is longer than what is kept. */
  readonly octets: Uint8Array
  /** Octets of the whole line with its line end. */
  readonly length: number
}

/**
 * Reads up to the end of a line, and answers the line if its end came.
 * @param keep Octets to keep of a line; of the rest of a longer one only the size is known.
 */
export function handleLine<Session extends Listening, Next, Effect>(
  session: Session,
  bytes: Uint8Array,
  from: number,
  keep: number,
  answer: (line: SessionLine<Session>) => Omit<Handled<Next, Effect>, 'next'>,
): Handled<Session | Next, Effect> {
  const read = readLine(session.line, bytes, from, keep)
  if (!read.ended)
    return { session: { ...session, line: read.buffer }, effects: [], next: bytes.length }
  const before = session.line === emptyLine ? session : { ...session, line: emptyLine }
  const turn = answer({ session: before, octets: read.line, length: read.length })
  return { session: turn.session, effects: turn.effects, next: read.next }
}

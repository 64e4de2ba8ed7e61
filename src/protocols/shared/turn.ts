import type { Tls } from '../../core/tls.ts'

/** What one input comes to: the next session, and what is to be done. */
export interface Turn<Session, Effect> {
  readonly session: Session
  /** To be done in order. */
  readonly effects: readonly Effect[]
  /** Octets that a session which may pause has not read yet; they are its next input. */
  readonly unread?: Uint8Array
}

/** What a stretch of octets comes to: one command, one line, or a part of a message. */
export interface Handled<Session, Effect> extends Turn<Session, Effect> {
  /** Where the octets begin that are still to be read. */
  readonly next: number
}

export interface BytesInput {
  readonly type: 'bytes'
  readonly bytes: Uint8Array
  /** Whether the session may stop between two answers, and within a long one, and leave the rest unread. */
  readonly pauses?: boolean
  /** These are octets that the session left unread: they are its own, and need no copy. */
  readonly isUnread?: boolean
}

/** What every session receives from its connection. */
export type ConnectionInput =
  | BytesInput
  /** Time went by. `now` in milliseconds. */
  | { readonly type: 'tick'; readonly now: number }
  /** TLS is up: after the effect `startTls`, or at once on a port that begins with it. */
  | { readonly type: 'secured'; readonly tls: Tls }
  /** The other side hung up. */
  | { readonly type: 'closed' }

export interface SendEffect {
  readonly type: 'send'
  readonly bytes: Uint8Array
}

/**
 * A long answer, made piece by piece as the client takes it; only for a session that may pause. An
 * empty piece sends nothing: it is the turn of others, and then the work goes on.
 */
export interface StreamEffect {
  readonly type: 'stream'
  readonly pieces: Iterator<Uint8Array>
}

/** The next octets of both sides are a TLS handshake; the answer is the input `secured`. */
export interface StartTlsEffect {
  readonly type: 'startTls'
}

export interface CloseEffect {
  readonly type: 'close'
}

/** One turn right after another, whose session counts. */
export const inTurn = <Session, Effect>(
  first: Pick<Turn<unknown, Effect>, 'effects'>,
  second: Turn<Session, Effect>,
): Turn<Session, Effect> => ({
  session: second.session,
  effects: [...first.effects, ...second.effects],
})

/** Sends a last reply, if there is one, and closes. */
export const hangUpAfter = <Session, Effect>(
  closed: Session,
  effects: readonly Effect[],
): Turn<Session, Effect | CloseEffect> => ({
  session: closed,
  effects: [...effects, { type: 'close' }],
})

import type { SyntaxProblem } from '../../shared/syntax-problem.ts'
import type { CloseEffect, SendEffect, StartTlsEffect } from '../../shared/turn.ts'
import type { SmtpEnvelope } from './envelope.ts'

/** What is to be done for a session. */
export type Effect =
  | SendEffect
  | CommandEffect
  | DeliverEffect
  | FlushEffect
  | WaitEffect
  | StartTlsEffect
  | CloseEffect

/** A command and the reply that was sent right before. */
export interface CommandEffect {
  readonly type: 'command'
  /**
   * In upper case if the server knows it, else as typed; `` where no command came (the greeting, a
   * 421); `.` for the end of the message; `*` for a line of a login, whose argument stays secret.
   */
  readonly verb: string
  readonly argument: string
  readonly code: number
  readonly enhanced?: string
  /** The lines of the reply without codes, joined by line feeds. */
  readonly text: string
  /** What was wrong with the line, where one place can be pointed at. */
  readonly problem?: SyntaxProblem
}

/** The world answers this with a `verdict`. */
export interface DeliverEffect {
  readonly type: 'deliver'
  readonly envelope: SmtpEnvelope
  /** As sent, its stuffed dots taken out, nothing else changed. */
  readonly message: Uint8Array
  /** The same array, where mailboxes can keep it as it is: its line ends were looked at as it came. */
  readonly storable?: Uint8Array
}

/** Mail that waits for this domain is wanted now (RFC 1985). */
export interface FlushEffect {
  readonly type: 'flush'
  readonly domain: string
  /** The domains below it too (RFC 1985 §5.3). */
  readonly withBelow?: true
}

/** Time to let go by before the effects that follow; what comes in meanwhile is kept for then. */
export interface WaitEffect {
  readonly type: 'wait'
  readonly milliseconds: number
}

import type { Command } from '../../world/answered-command.ts'
import type { LineRole, OddityKind } from './played-transcript.ts'

/** A command of a connection with the answer to it, as the transcript has them. */
export interface Exchange {
  /** `greeting`: what the server says unasked. `end`: the lone dot behind a message. */
  readonly kind: 'greeting' | 'command' | 'end'
  /** In upper case; `.` for the end of a message. */
  readonly verb: string
  readonly argument: string
  /** What goes over the wire, with its line ends; a literal's octets too. */
  octets: string
  /** Undefined where the transcript shows none. */
  answer?: Answered
}

/** `+`, where an answer of the client is due, is no end of an exchange. */
export type Answered =
  Pick<Extract<Command, { protocol: 'smtp' | 'lmtp' }>, 'code'> | { status: string }

/** What a line is, and which exchange of its connection it belongs to. */
export interface LineReading {
  readonly role: LineRole
  readonly exchange?: Exchange
  readonly oddity?: OddityKind
}

/** Follows one connection, line by line. */
export interface Follower {
  /** In their order; the greeting is one. */
  readonly exchanges: readonly Exchange[]
  client(text: string): LineReading
  server(text: string): LineReading
  /** Whether a line without a mark is one of its own, and not the rest of `before`. */
  isOwnLine(who: 'client' | 'server', before: string, text: string): boolean
}

import type { SyntaxProblem } from '../../shared/syntax-problem.ts'
import type { ClientStep, Credentials } from '../../sasl/sasl.ts'
import type { CommandBuffer } from '../wire/command-line.ts'
import type { Piece, Request } from './commands.ts'
import type { ServerData, StatusText } from './data/data.ts'

/** The server to talk to, and how to log in. */
export interface ClientJob {
  readonly credentials: Credentials
  /**
   * `up`: TLS began before the first word. `needed`: no login without. `wanted`: where it is offered.
   * `never`: it is not asked for.
   */
  readonly tls: 'up' | 'needed' | 'wanted' | 'never'
  /** Whether a password may be sent without TLS. */
  readonly clearPassword: 'refused' | 'allowed'
}

/** A client's side of one connection, as a value. */
export type ClientSession = Talking | { readonly phase: 'closed' }

export interface Talking {
  readonly phase: 'talking'
  readonly job: ClientJob
  readonly stage: Stage
  readonly secured: 'yes' | 'no'
  /** As the server last listed them, in upper case. */
  readonly capabilities: ReadonlySet<string>
  readonly incoming: CommandBuffer
  /** Commands that were sent or begun so far: the number in the next tag. */
  readonly tags: number
  /** The text of the server's BYE. */
  readonly farewell?: string
  /** Asked for, and not begun yet. */
  readonly queue: readonly Request[]
  /** The first tick after the server's last octet, in milliseconds; unset until it comes. */
  readonly idleSince: number | undefined
}

/** What is waited for. */
export type Stage =
  | { readonly name: 'greeting' | 'securing' | 'ready' }
  /** The tagged reply to a command on the way in. */
  | { readonly name: 'capability' | 'starttls' | 'capabilities'; readonly tag: string }
  /** The pieces wait for a `+` from the server. */
  | { readonly name: 'login'; readonly tag: string; readonly rest: readonly Piece[] }
  /** `fresh`: the client's first step is still to be sent. */
  | {
      readonly name: 'sasl'
      readonly tag: string
      readonly step: ClientStep
      readonly fresh: 'yes' | 'no'
    }
  /** A command is under way. */
  | {
      readonly name: 'command'
      readonly tag: string
      readonly request: Request
      readonly rest: readonly Piece[]
      /** IDLE is on; or DONE is sent, and its reply is still to come. */
      readonly idle: 'no' | 'on' | 'over'
    }

export type ClientInput =
  | { readonly type: 'bytes'; readonly bytes: Uint8Array }
  /** Something to be done once the session is ready and what was asked before is answered. */
  | { readonly type: 'request'; readonly request: Request }
  /** Ends an IDLE. */
  | { readonly type: 'done' }
  /** Time went by. `now` in milliseconds. */
  | { readonly type: 'tick'; readonly now: number }
  /** TLS is up, after the effect `startTls`. */
  | { readonly type: 'secured' }
  /** The server closed the connection. */
  | { readonly type: 'closed' }

export type ClientEffect =
  | { readonly type: 'send'; readonly bytes: Uint8Array }
  /** The next octets of both sides are a TLS handshake; the answer is the input `secured`. */
  | { readonly type: 'startTls' }
  /** Logged in. */
  | { readonly type: 'ready'; readonly capabilities: ReadonlySet<string> }
  /** Untagged data, as it comes. */
  | { readonly type: 'data'; readonly data: ServerData }
  /** A response that the client cannot read, and why. The problem counts in the text. */
  | { readonly type: 'unreadable'; readonly text: string; readonly problem: SyntaxProblem }
  /** IDLE has begun: data comes as it happens. */
  | { readonly type: 'idling' }
  /** A request has its tagged reply. */
  | ({ readonly type: 'answer'; readonly request: Request } & Answer)
  /** The session is over; sent once. The reason, in a sentence without its full stop, unless LOGOUT ended it. */
  | { readonly type: 'end'; readonly reason?: string }
  | { readonly type: 'close' }

export interface Answer extends StatusText {
  readonly status: 'OK' | 'NO' | 'BAD'
}

export interface ClientTurn {
  readonly session: ClientSession
  /** To be done in order. */
  readonly effects: readonly ClientEffect[]
}

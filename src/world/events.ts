import type { DnsAnswer, DnsRecord } from '../core/dns.ts'
import type { DnsQuestion } from '../core/effects.ts'
import type { Tls } from '../core/tls.ts'
import type { Authentication } from '../auth/authenticate.ts'
import type { Action } from '../message/dsn/dsn.ts'
import type { SyntaxProblem } from '../protocols/shared/syntax-problem.ts'

/** What happened in the world, in order. Views, goals and journeys are drawn from these. */
export type WorldEvent = { readonly at: number } & (
  | {
      readonly type: 'dns'
      readonly by: string
      readonly question: DnsQuestion
      readonly answer: DnsAnswer
    }
  | ConnectionOpened
  | {
      readonly type: 'refused'
      readonly from: string
      readonly to: string
      readonly port: number
      readonly reason: string
    }
  | Command
  /** Octets that went over the wire; with `tls`, nobody between the two could read them. */
  | {
      readonly type: 'wire'
      readonly connection: number
      readonly from: 'client' | 'server'
      readonly bytes: Uint8Array
      readonly tls?: Tls
    }
  | { readonly type: 'secured'; readonly connection: number; readonly tls: Tls }
  | { readonly type: 'closed'; readonly connection: number }
  | Delivered
  | {
      readonly type: 'rejected'
      readonly connection: number
      readonly code: number
      readonly text: string
      readonly authentication?: Authentication
    }
  /** A host could not bring a letter on for now; it will try again. */
  | {
      readonly type: 'deferred'
      readonly host: string
      /** Under which the host keeps it. */
      readonly letter: string
      readonly recipient: string
      readonly reason: string
      /** In milliseconds. */
      readonly nextTry: number
    }
  /** A host told the sender of a letter what became of it (RFC 3461 §5.2). */
  | {
      readonly type: 'reported'
      readonly host: string
      readonly letter: string
      readonly to: string
      readonly about: readonly ReportedRecipient[]
    }
  | {
      readonly type: 'undeliverable'
      /** The letter, as its host named it. */
      readonly mail: string
      readonly recipient: string
      readonly reason: string
    }
)

export interface ReportedRecipient {
  readonly recipient: string
  readonly action: Action
  /** An enhanced status code. */
  readonly status: string
}

export interface ConnectionOpened {
  readonly type: 'opened'
  readonly connection: number
  /** Name of the connecting host, and the address it connects from. */
  readonly from: string
  readonly fromAddress: string
  readonly to: string
  readonly toAddress: string
  readonly port: number
  /** The connection that brought the letter which is passed on in this one. */
  readonly cause?: number
}

/** A command and its final reply, as the server understood them. */
export type Command = SmtpCommand | MailboxCommand

interface AnsweredCommand {
  readonly type: 'command'
  readonly connection: number
  /** In upper case; as typed if the server does not know it; `` for what nobody asked for: a greeting. */
  readonly verb: string
  readonly argument: string
  /** The text of the reply without its codes; several lines are joined by line feeds. */
  readonly text: string
  /** What was wrong with the command line, where one place of it can be pointed at. */
  readonly problem?: SyntaxProblem
}

/** Its verb is `.` at the end of the data. */
export interface SmtpCommand extends AnsweredCommand {
  readonly protocol: 'smtp' | 'lmtp'
  readonly code: number
  readonly enhanced?: string
}

export interface MailboxCommand extends AnsweredCommand {
  readonly protocol: 'imap' | 'pop3'
  /** Of IMAP; `*` where nobody asked. */
  readonly tag?: string
  /** `OK`, `NO`, `BAD`, `BYE`; `+OK`, `-ERR`; `+` where the server waits for more. */
  readonly status: string
  /** What stood in brackets: `TRYCREATE`, `IN-USE`. */
  readonly responseCode?: string
  /** What a step of a POP3 login means, or why it failed: more than the client is told. */
  readonly explanation?: string
}

/** Whether it was SMTP's or LMTP's. */
export const isSmtp = (command: Command): command is SmtpCommand =>
  command.protocol === 'smtp' || command.protocol === 'lmtp'

export interface Delivered {
  readonly type: 'delivered'
  /** That brought it; absent where the host wrote it itself. */
  readonly connection?: number
  readonly mailbox: string
  readonly message: StoredMessage
}

export interface Envelope {
  /** Reverse-path without its angle brackets; empty for the null sender. */
  readonly from: string
  readonly to: readonly string[]
  readonly helo: string
  /** The address the client connected from. */
  readonly ip: string
}

export interface StoredMessage {
  readonly id: string
  readonly at: number
  readonly folder: 'inbox' | 'junk'
  /** Why it was put there, in a sentence. */
  readonly reason: string
  readonly envelope: Envelope
  /** As stored: with Return-Path, Received and Authentication-Results on top. */
  readonly bytes: Uint8Array
  /** Absent where the receiving host does not judge. */
  readonly authentication?: Authentication
}

/** One mail's whole way, from the hand-over to where it ended. */
export interface Journey {
  readonly mail: string
  readonly end: JourneyEnd
  /** Every event on the way, in order. */
  readonly events: readonly WorldEvent[]
}

export type JourneyEnd =
  | { readonly kind: 'inbox' | 'junk'; readonly mailbox: string; readonly message: StoredMessage }
  | {
      readonly kind: 'rejected'
      readonly code: number
      readonly text: string
      readonly authentication?: Authentication
    }
  | { readonly kind: 'undeliverable'; readonly reason: string; readonly dns?: readonly DnsRecord[] }

/** An event before the world stamps its time on it. */
export type EventBody = WithoutTime<WorldEvent>
type WithoutTime<Event> = Event extends unknown ? Omit<Event, 'at'> : never

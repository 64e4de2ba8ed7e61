import type { Fault } from '../fault.ts'
import type { Peer, SmtpHost } from './host.ts'
import type { MailParameters } from './parameters.ts'
import { emptyData, type DataState } from './wire/data.ts'
import { emptyLine, type LineBuffer } from '../wire/lines.ts'
import { emptyRope, type Rope } from '../wire/rope.ts'

export type { Fault } from '../fault.ts'

/**
 * A server's side of one connection, as a value. Its phase says how far the dialogue has come, and
 * each phase has only the fields that mean something in it.
 */
export type SmtpSession = Connected | Greeted | Mail | Rcpt | Data | Waiting | Closed

/** A session in which the next line is a command. */
export type CommandSession = Connected | Greeted | Mail | Rcpt

export type CommandPhase = CommandSession['phase']

export const commandPhases = ['connected', 'greeted', 'mail', 'rcpt'] as const

/** The session in one of the phases `Phase`. */
export type SessionIn<Phase extends CommandPhase> = Extract<CommandSession, { phase: Phase }>

interface Open {
  readonly host: SmtpHost
  readonly peer: Peer
  /** Refused commands since the start, or since the last accepted message. */
  readonly errors: number
  /** The first tick after the client's last word, in milliseconds; unset until it comes. */
  readonly idleSince: number | undefined
}

interface Listening extends Open {
  /** A command line whose end has not arrived. */
  readonly line: LineBuffer
}

/** The greeting is sent; nobody has said HELO or EHLO. */
export interface Connected extends Listening {
  readonly phase: 'connected'
}

/** No transaction is open. */
export interface Greeted extends Listening {
  readonly phase: 'greeted'
  readonly hello: Hello
}

/** MAIL was accepted. */
export interface Mail extends Listening {
  readonly phase: 'mail'
  readonly hello: Hello
  readonly sender: Sender
}

/** At least one recipient was accepted. */
export interface Rcpt extends Listening {
  readonly phase: 'rcpt'
  readonly hello: Hello
  readonly sender: Sender
  readonly to: readonly string[]
}

/** What comes in is the message. */
export interface Data extends Open {
  readonly phase: 'data'
  readonly hello: Hello
  readonly sender: Sender
  readonly to: readonly string[]
  readonly data: DataState
}

/** A message is being judged; what the client sends meanwhile is kept for afterwards. */
export interface Waiting extends Open {
  readonly phase: 'waiting'
  readonly hello: Hello
  readonly held: Rope
}

export interface Closed {
  readonly phase: 'closed'
}

export interface Hello {
  readonly verb: 'HELO' | 'EHLO'
  readonly name: string
}

export interface Sender {
  /** Empty for the null reverse-path. */
  readonly from: string
  readonly parameters: MailParameters
}

/** What a message carries from its sender to the world: RFC 5321 §2.3.1. */
export interface SmtpEnvelope {
  /** The reverse-path without brackets and source route; empty for the null sender. */
  readonly from: string
  /** In the order they were accepted, each once. */
  readonly to: readonly string[]
  readonly helo: string
  /** The address the client connected from. */
  readonly ip: string
  readonly parameters: MailParameters
}

export type SessionInput =
  | { readonly type: 'bytes'; readonly bytes: Uint8Array }
  | ({ readonly type: 'verdict' } & Verdict)
  /** Time went by. `now` in milliseconds. */
  | { readonly type: 'tick'; readonly now: number }
  /** The client hung up. */
  | { readonly type: 'closed' }

/** What became of a delivery. The text of a refusal may have several lines, parted by line feeds. */
export type Verdict =
  | { readonly accepted: true; readonly queueId: string }
  | {
      readonly accepted: false
      readonly code: number
      readonly enhanced: string
      readonly text: string
    }

export type Effect = SendEffect | ExchangeEffect | DeliverEffect | CloseEffect

export interface SendEffect {
  readonly type: 'send'
  readonly bytes: Uint8Array
}

/** A command and the reply that went out right before, for people who follow. */
export interface ExchangeEffect {
  readonly type: 'exchange'
  /**
   * In upper case if the server knows it, else as typed; `` where nobody asked (the greeting, a
   * 421); `.` for the end of the message.
   */
  readonly verb: string
  readonly argument: string
  readonly code: number
  readonly enhanced?: string
  /** The lines of the reply without codes, joined by line feeds. */
  readonly text: string
  /** What was wrong with the line, where one place can be pointed at. */
  readonly fault?: Fault
}

/** The world answers this with a `verdict`. */
export interface DeliverEffect {
  readonly type: 'deliver'
  readonly envelope: SmtpEnvelope
  /** As sent, its stuffed dots taken out, nothing else changed. */
  readonly message: Uint8Array
}

export interface CloseEffect {
  readonly type: 'close'
}

/** What one command, or a stretch of a message, came to. */
export interface Taken extends Turn {
  /** Where the octets begin that are still to be read. */
  readonly next: number
}

export interface Turn {
  readonly session: SmtpSession
  /** To be done in order. */
  readonly effects: readonly Effect[]
}

const open = ({ host, peer, errors, idleSince }: Open): Open => ({ host, peer, errors, idleSince })

const listening = (session: Open): Listening => ({ ...open(session), line: emptyLine })

export const toConnected = (host: SmtpHost, peer: Peer): Connected => ({
  ...listening({ host, peer, errors: 0, idleSince: undefined }),
  phase: 'connected',
})

/** Any transaction is forgotten. */
export const toGreeted = (session: Open, hello: Hello): Greeted => ({
  ...listening(session),
  phase: 'greeted',
  hello,
})

export const toMail = (session: Greeted, sender: Sender): Mail => ({
  ...listening(session),
  phase: 'mail',
  hello: session.hello,
  sender,
})

export const toRcpt = (session: Mail | Rcpt, to: readonly string[]): Rcpt => ({
  ...listening(session),
  phase: 'rcpt',
  hello: session.hello,
  sender: session.sender,
  to,
})

export const toData = (session: Rcpt): Data => ({
  ...open(session),
  phase: 'data',
  hello: session.hello,
  sender: session.sender,
  to: session.to,
  data: emptyData,
})

export const toWaiting = (session: Data): Waiting => ({
  ...open(session),
  phase: 'waiting',
  hello: session.hello,
  held: emptyRope,
})

export const closed: Closed = { phase: 'closed' }

/** The same session without its transaction (RFC 5321 §4.1.1.5). */
export const withoutTransaction = (session: CommandSession): Connected | Greeted =>
  session.phase === 'connected' ? session : toGreeted(session, session.hello)

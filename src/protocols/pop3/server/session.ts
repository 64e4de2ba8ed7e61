import type { Tls } from '../../../core/tls.ts'
import type * as shared from '../../shared/turn.ts'
import type {
  CloseEffect,
  ConnectionInput,
  SendEffect,
  StartTlsEffect,
  StreamEffect,
} from '../../shared/turn.ts'
import type { SyntaxProblem } from '../../shared/syntax-problem.ts'
import type { Account } from '../../sasl/account.ts'
import type { SaslStep } from '../../sasl/sasl.ts'
import { emptyLine, type LineBuffer } from '../../shared/wire/lines.ts'
import type { Peer, Pop3Host, Pop3Ports } from './host.ts'
import type { Maildrop } from './maildrop.ts'

/**
 * A server's side of one connection, as a value. RFC 1939 names three states, AUTHORIZATION,
 * TRANSACTION and UPDATE; the first has phases of its own for a login that is half done.
 */
export type Pop3Session = Authorization | User | Sasl | Securing | Transaction | Update | Closed

/** A session in which the next line is a command. */
export type CommandSession = Authorization | User | Transaction

export type CommandPhase = CommandSession['phase']

export const commandPhases = ['authorization', 'user', 'transaction'] as const

/** The session in one of the phases `Phase`. */
export type SessionIn<Phase extends CommandPhase> = Extract<CommandSession, { phase: Phase }>

export interface Open {
  readonly host: Pop3Host
  readonly peer: Peer
  readonly ports: Pop3Ports
  readonly tls: Tls | undefined
  /** Refused commands since the start. */
  readonly errors: number
  /** Unknown commands since the last that was known; only some servers count them. */
  readonly unknown: number
  /** The time of the last tick, in milliseconds. */
  readonly now: number
  /** The first tick after the client's last octet; unset until it comes. */
  readonly idleSince: number | undefined
  /** `on` after UTF8 (RFC 6856 §2). */
  readonly utf8: 'on' | 'off'
}

interface Listening extends Open {
  /** A line whose end has not arrived. */
  readonly line: LineBuffer
}

/** Before the login. */
export interface Authorization extends Listening {
  readonly phase: 'authorization'
}

/** After USER; PASS must follow. */
export interface User extends Listening {
  readonly phase: 'user'
  readonly login: string
}

/** During AUTH: the next line answers a challenge. */
export interface Sasl extends Listening {
  readonly phase: 'sasl'
  readonly mechanism: string
  readonly answer: (response: Uint8Array) => SaslStep
}

/** After STLS; the server drops every octet that comes before TLS is up (RFC 2595 §4). */
export interface Securing extends Open {
  readonly phase: 'securing'
}

/** Logged in, with the maildrop locked. Only QUIT leads from here to UPDATE. */
export interface Transaction extends Listening {
  readonly phase: 'transaction'
  readonly account: Account
  readonly maildrop: Maildrop
  /** Numbers of messages that DELE marked. */
  readonly deleted: ReadonlySet<number>
  /** Numbers of messages that RETR sent. */
  readonly retrieved: ReadonlySet<number>
  /** Releases the lock. */
  readonly unlock: () => void
}

/** After QUIT in a transaction (RFC 1939 §6): the server deletes marked messages and reads no more. */
export interface Update extends Open {
  readonly phase: 'update'
  readonly maildrop: Maildrop
  readonly deleted: ReadonlySet<number>
  readonly retrieved: ReadonlySet<number>
  readonly unlock: () => void
}

export interface Closed {
  readonly phase: 'closed'
}

export type SessionInput = ConnectionInput

export type Effect = SendEffect | StreamEffect | CommandEffect | StartTlsEffect | CloseEffect

/** A command and the reply that was sent right before. */
export interface CommandEffect {
  readonly type: 'command'
  /** In upper case if the server knows it, else as typed; `` for the greeting. `AUTH` for each line of a login. */
  readonly verb: string
  readonly argument: string
  /** `+`: a challenge, and the exchange goes on. */
  readonly status: '+OK' | '-ERR' | '+'
  /** For programs: `IN-USE`. */
  readonly responseCode?: string
  /** The first line without its status and code. */
  readonly text: string
  /** What a challenge or a response means, or why it failed: more than the reply shows. */
  readonly explanation?: string
  /** What is wrong with the line, and where. */
  readonly problem?: SyntaxProblem
}

export type Turn = shared.Turn<Pop3Session, Effect>

/** What a stretch of octets results in. */
export type Handled = shared.Handled<Pop3Session, Effect>

const open = ({ host, peer, ports, tls, errors, unknown, now, idleSince, utf8 }: Open): Open => ({
  ...{ host, peer, ports, tls, errors, unknown, now, idleSince, utf8 },
})

export const toConnected = (host: Pop3Host, peer: Peer, ports: Pop3Ports): Authorization => ({
  ...{ host, peer, ports, tls: peer.tls, now: ports.now ?? 0 },
  ...{ errors: 0, unknown: 0, idleSince: undefined, utf8: 'off', line: emptyLine },
  phase: 'authorization',
})

export const toAuthorization = (session: Open): Authorization => ({
  ...open(session),
  line: emptyLine,
  phase: 'authorization',
})

export const toUser = (session: Open, login: string): User => ({
  ...open(session),
  line: emptyLine,
  phase: 'user',
  login,
})

export const toSasl = (session: Open, mechanism: string, answer: Sasl['answer']): Sasl => ({
  ...open(session),
  line: emptyLine,
  phase: 'sasl',
  mechanism,
  answer,
})

export const toSecuring = (session: Open): Securing => ({ ...open(session), phase: 'securing' })

export const toTransaction = (
  session: Open,
  login: Pick<Transaction, 'account' | 'maildrop' | 'unlock'>,
): Transaction => ({
  ...open(session),
  line: emptyLine,
  phase: 'transaction',
  ...login,
  deleted: new Set(),
  retrieved: new Set(),
})

export const toUpdate = (session: Transaction): Update => {
  const { maildrop, deleted, retrieved, unlock } = session
  return { ...open(session), phase: 'update', maildrop, deleted, retrieved, unlock }
}

export const closed: Closed = { phase: 'closed' }

/** The numbers and messages that are not marked, in order. */
export const remaining = ({ maildrop, deleted }: Transaction) =>
  maildrop.messages
    .map((message, at) => ({ number: at + 1, message }))
    .filter(({ number }) => !deleted.has(number))

import type { SyntaxProblem } from '../../shared/syntax-problem.ts'
import type { SaslStep } from '../../sasl/sasl.ts'
import type { MailAccount, MailStore } from '../../store/store.ts'
import type * as shared from '../../shared/turn.ts'
import type {
  CloseEffect,
  ConnectionInput,
  SendEffect,
  StartTlsEffect,
  StreamEffect,
} from '../../shared/turn.ts'
import type { Tls } from '../../../core/tls.ts'
import type { ImapHost, Peer } from './host.ts'
import type { View } from '../view/view.ts'
import { emptyCommand, type CommandBuffer } from '../wire/command-line.ts'

/**
 * A server's side of one connection, as a value (RFC 9051 §3). Each phase has only the fields that mean
 * something in it. The messages are in the store, which all sessions share.
 */
export type ImapSession =
  NotAuthenticated | Authenticated | Selected | Securing | Authenticating | Idling | Closed

/** A session in which the next line is a command. */
export type CommandSession = NotAuthenticated | Authenticated | Selected

export type CommandPhase = CommandSession['phase']

export const commandPhases = ['notAuthenticated', 'authenticated', 'selected'] as const

/** The states after a login. */
export const loggedIn = ['authenticated', 'selected'] as const

/** The session in one of the phases `Phase`. */
export type SessionIn<Phase extends CommandPhase> = Extract<CommandSession, { phase: Phase }>

export type OpenSession = Exclude<ImapSession, Closed>

interface Open {
  readonly host: ImapHost
  readonly peer: Peer
  readonly store: MailStore
  readonly tls: Tls | undefined
  /** The start of a command whose end has not arrived. */
  readonly buffer: CommandBuffer
  /** BAD replies since the start, or since the login. */
  readonly errors: number
  /** Milliseconds since 1970: the last tick. */
  readonly now: number
  /** The last tick before the client's last octet. */
  readonly activeAt: number
}

/** After the greeting, before the login (RFC 9051 §3.1). */
export interface NotAuthenticated extends Open {
  readonly phase: 'notAuthenticated'
}

interface LoggedIn extends Open {
  readonly account: MailAccount
  readonly enabled: Enabled
}

/** The extensions that the client enabled (RFC 5161, RFC 7162 §3.1); none is ever disabled. */
export type Enabled = ReadonlySet<Extension>

export type Extension = 'IMAP4rev2' | 'CONDSTORE' | 'QRESYNC' | 'UTF8=ACCEPT'

/** No mailbox is selected (§3.2). */
export interface Authenticated extends LoggedIn {
  readonly phase: 'authenticated'
}

/** §3.3 */
export interface Selected extends LoggedIn {
  readonly phase: 'selected'
  readonly view: View
}

/** After STARTTLS, until TLS is up: the server drops every octet. */
export interface Securing extends Open {
  readonly phase: 'securing'
}

/** A login that waits for the client's answer to a challenge. */
export interface Login {
  readonly mechanism: string
  readonly challenge: Extract<SaslStep, { kind: 'challenge' }>
}

/** The next line answers a challenge (§6.2.2). */
export interface Authenticating extends Open {
  readonly phase: 'authenticating'
  readonly tag: string
  readonly login: Login
}

/** The client listens until it sends DONE (§6.3.13). */
export interface Idling extends LoggedIn {
  readonly phase: 'idling'
  readonly tag: string
  /** Where a mailbox is selected. */
  readonly view: View | undefined
}

/** §3.4 */
export interface Closed {
  readonly phase: 'closed'
}

export type SessionInput =
  | ConnectionInput
  /** The store has changed: the session reports it to an idling client. */
  | { readonly type: 'changed' }

export type Effect = SendEffect | StreamEffect | CommandEffect | StartTlsEffect | CloseEffect

/** A command and the reply that was sent right before. */
export interface CommandEffect {
  readonly type: 'command'
  /** `*` for the greeting and a BYE. */
  readonly tag: string
  /** In upper case if the server knows it, `UID FETCH` too; else as typed. */
  readonly verb: string
  /** As typed; of a literal its announcement alone. One UTF-16 unit an octet. */
  readonly argument: string
  /** `+` where the server waits for more. */
  readonly status: Status | 'BYE' | '+'
  /** What stood in brackets: `TRYCREATE`, `READ-WRITE`. */
  readonly responseCode?: string
  readonly text: string
  /** What is wrong with the argument, and where. */
  readonly problem?: SyntaxProblem
}

export type Status = 'OK' | 'NO' | 'BAD'

export type Turn = shared.Turn<ImapSession, Effect>

/** What a stretch of octets results in. */
export type Handled = shared.Handled<ImapSession, Effect>

const open = ({ host, peer, store, tls, buffer, errors, now, activeAt }: Open): Open => ({
  ...{ host, peer, store, tls, buffer, errors, now, activeAt },
})

export const toConnected = (
  host: ImapHost,
  peer: Peer,
  store: MailStore,
  now: number,
): NotAuthenticated => ({
  ...{ host, peer, store, now, tls: peer.tls, buffer: emptyCommand, errors: 0, activeAt: now },
  phase: 'notAuthenticated',
})

export const toNotAuthenticated = (session: Open): NotAuthenticated => ({
  ...open(session),
  phase: 'notAuthenticated',
})

export const toLoggedIn = (session: Open, account: MailAccount): Authenticated => ({
  ...open(session),
  phase: 'authenticated',
  errors: 0,
  account,
  enabled: new Set(),
})

/** Without a selected mailbox. */
export const toAuthenticated = (session: Open & LoggedIn): Authenticated => ({
  ...open(session),
  phase: 'authenticated',
  account: session.account,
  enabled: session.enabled,
})

export const toSelected = (session: Open & LoggedIn, view: View): Selected => ({
  ...toAuthenticated(session),
  phase: 'selected',
  view,
})

export const toSecuring = (session: NotAuthenticated): Securing => ({
  ...open(session),
  phase: 'securing',
})

export const toAuthenticating = (
  session: NotAuthenticated | Authenticating,
  tag: string,
  login: Login,
): Authenticating => ({ ...open(session), phase: 'authenticating', tag, login })

export const toIdling = (session: Authenticated | Selected, tag: string): Idling => ({
  ...toAuthenticated(session),
  phase: 'idling',
  tag,
  view: session.phase === 'selected' ? session.view : undefined,
})

export const fromIdling = (session: Idling): Authenticated | Selected =>
  session.view ? toSelected(session, session.view) : toAuthenticated(session)

export const closed: Closed = { phase: 'closed' }

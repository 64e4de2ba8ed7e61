import type { SyntaxProblem } from '../../shared/syntax-problem.ts'
import type { SaslStep } from '../../sasl/sasl.ts'
import type { MailAccount, MailStore } from '../../store/store.ts'
import type { ImapHost, Peer, Tls } from './host.ts'
import type { View } from '../view/view.ts'
import { emptyCommand, type CommandBuffer } from '../wire/command-line.ts'

/**
 * A server's side of one connection, as a value (RFC 9051 §3). Its phase says how far the dialogue
 * has come, and each phase has only the fields that mean something in it. The mail itself is in the
 * store, which all sessions share.
 */
export type ImapSession =
  NotAuthenticated | Authenticated | Selected | Securing | Authenticating | Idling | Closed

/** A session in which the next line is a command. */
export type CommandSession = NotAuthenticated | Authenticated | Selected

export type CommandPhase = CommandSession['phase']

export const commandPhases = ['notAuthenticated', 'authenticated', 'selected'] as const

/** Somebody has logged in. */
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
  /** The tick when the client last said something. */
  readonly heardAt: number
}

/** The greeting is sent; nobody has logged in (RFC 9051 §3.1). */
export interface NotAuthenticated extends Open {
  readonly phase: 'notAuthenticated'
}

interface LoggedIn extends Open {
  readonly account: MailAccount
  readonly enabled: Enabled
}

/** What the client has switched on (RFC 5161, RFC 7162 §3.1); nothing is ever switched off. */
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

/** STARTTLS was answered, and TLS is not up yet: what comes in means nothing. */
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

/** The client listens until it says DONE (§6.3.13). */
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
  | { readonly type: 'bytes'; readonly bytes: Uint8Array }
  /** Time went by. `now` in milliseconds since 1970. */
  | { readonly type: 'tick'; readonly now: number }
  /** TLS is up. */
  | { readonly type: 'secured'; readonly tls: Tls }
  /** The store has changed: an idling client wants to know. */
  | { readonly type: 'changed' }
  /** The client hung up. */
  | { readonly type: 'closed' }

export type Effect = SendEffect | CommandEffect | StartTlsEffect | CloseEffect

export interface SendEffect {
  readonly type: 'send'
  readonly bytes: Uint8Array
}

/** A command and the reply that was sent right before. */
export interface CommandEffect {
  readonly type: 'command'
  /** `*` where nobody asked: the greeting, a BYE. */
  readonly tag: string
  /** In upper case, `UID FETCH` too; as typed where the server does not know it. */
  readonly verb: string
  /** As typed; of a literal its announcement alone. One UTF-16 unit an octet. */
  readonly argument: string
  /** `+` where the server waits for more. */
  readonly status: Status | 'BYE' | '+'
  /** What stood in brackets: `TRYCREATE`, `READ-WRITE`. */
  readonly responseCode?: string
  readonly text: string
  /** What was wrong with the line, where one place can be pointed at. Counts in the argument. */
  readonly problem?: SyntaxProblem
}

export type Status = 'OK' | 'NO' | 'BAD'

/** Begin TLS; answered with the input `secured`. */
export interface StartTlsEffect {
  readonly type: 'startTls'
}

export interface CloseEffect {
  readonly type: 'close'
}

export interface Turn {
  readonly session: ImapSession
  /** To be done in order. */
  readonly effects: readonly Effect[]
}

const open = ({ host, peer, store, tls, buffer, errors, now, heardAt }: Open): Open => ({
  ...{ host, peer, store, tls, buffer, errors, now, heardAt },
})

export const toConnected = (
  host: ImapHost,
  peer: Peer,
  store: MailStore,
  now: number,
): NotAuthenticated => ({
  ...{ host, peer, store, now, tls: peer.tls, buffer: emptyCommand, errors: 0, heardAt: now },
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

/** No mailbox is selected any more. */
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

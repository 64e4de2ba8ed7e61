import type { Section } from '../../core/section.ts'
import type { Account } from './account.ts'

/** What a server brings to an exchange. */
export interface SaslContext {
  readonly accounts: readonly Account[]
  /** It cannot be guessed: printable ASCII from the connection. */
  readonly nonce: string
  /** Set once TLS is up. */
  readonly tls?: unknown
  /** The server's name, for challenges. */
  readonly host: string
  /** Whether passwords may cross the wire in the clear; `refused` by default (RFC 4616 §4). */
  readonly plainText?: 'refused' | 'allowed'
}

/** What the server does next. The octets are those before base64. */
export type SaslStep =
  | {
      readonly kind: 'challenge'
      readonly octets: Uint8Array
      /** What the octets mean, in a sentence without its full stop. */
      readonly explanation: string
      /** Goes on with what the client answers. Pure: it may be called twice. */
      readonly answer: (response: Uint8Array) => SaslStep
    }
  | {
      readonly kind: 'success'
      readonly account: Account
      readonly explanation: string
    }
  | SaslFailure

export interface SaslFailure {
  readonly kind: 'failure'
  readonly reason: SaslRefusal
  /**
   * What went wrong, for people who follow; it may reveal more than the client may know. A sentence
   * without its full stop.
   */
  readonly explanation: string
}

export type SaslRefusal =
  /** Unknown user or wrong password: the client never learns which. */
  | 'credentials'
  /** The response cannot be read. */
  | 'syntax'
  /** It may not act for the user it names (RFC 4422 §3.4.1). */
  | 'authorization'
  /** This mechanism sends the password as it is; TLS comes first. */
  | 'tls-required'
  | 'unknown-mechanism'

export const fail = (reason: SaslRefusal, explanation: string): SaslFailure => ({
  kind: 'failure',
  reason,
  explanation,
})

export const succeed = (account: Account): SaslStep => ({
  kind: 'success',
  account,
  explanation: `\`${account.login}\` has proved who it is`,
})

/** The same sentence for every login, since a difference would show which users exist. */
export const unknownOrWrong = (): SaslFailure =>
  fail('credentials', 'There is no such user, or the password is another one')

/** A way to log in. */
export interface Mechanism {
  /** In upper case. */
  readonly name: string
  readonly source: Section
  /** What it does, in one line without its full stop. */
  readonly about: string
  /** `clear`: an eavesdropper can log in afterwards, so TLS comes first. */
  readonly secret: 'clear' | 'hidden'
  readonly first: 'client' | 'server'
  /** Whether any of the accounts can use it. */
  suits(account: Account): boolean
  /** @param initial The initial response, if one came along (RFC 4422 §3). */
  start(context: SaslContext, initial: Uint8Array | undefined): SaslStep
  /** What octets of this mechanism mean, by themselves: for a person who reads the wire. */
  explain(who: 'client' | 'server', octets: Uint8Array): string
  /** The client's side. */
  begin(credentials: Credentials): ClientStep
}

/** What a client brings. */
export interface Credentials {
  readonly login: string
  readonly password: string
  /** An OAuth 2 access token. */
  readonly token?: string
  /** It cannot be guessed: printable ASCII without a comma, for SCRAM. */
  readonly nonce: string
  /** Name and port of the server; OAUTHBEARER sends them. */
  readonly host?: string
  readonly port?: number
}

/** What a client does next. */
export type ClientStep =
  | {
      /**
       * Sends this. As the first step of all, `octets` are the initial response: they go along with
       * the command where the protocol lets them, else they answer the empty first challenge.
       */
      readonly kind: 'respond'
      readonly octets: Uint8Array
      readonly explanation: string
      /** The server has still to show that it knows the secret: a success before that is none. */
      readonly awaits?: 'proof'
      readonly answer: (challenge: Uint8Array) => ClientStep
    }
  | {
      /** The server speaks first. */
      readonly kind: 'wait'
      readonly answer: (challenge: Uint8Array) => ClientStep
    }
  | {
      /** It ends the exchange with `*`: what the server sent cannot be right. */
      readonly kind: 'cancel'
      readonly explanation: string
    }

/** Whether the client may believe a success that the server reports now. */
export const isProved = (step: ClientStep): boolean =>
  step.kind === 'wait' || (step.kind === 'respond' && step.awaits !== 'proof')

export const cancel = (explanation: string): ClientStep => ({ kind: 'cancel', explanation })

/** For a challenge after the last one that the mechanism has. */
export const noMore = (): ClientStep => cancel('The server asks on where this mechanism has ended')

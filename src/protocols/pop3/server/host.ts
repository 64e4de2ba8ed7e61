import type { Tls } from '../../../core/tls.ts'
import type { Account } from '../../sasl/account.ts'
import type { MailStore } from '../../store/store.ts'
import { LEAST_IDLE } from '../limits.ts'

/** A server as data: its name, its policies and its accounts. */
export interface Pop3Host {
  /** Its official name, part of the greeting. */
  readonly name: string
  /** Gives the wordings of its replies. */
  readonly personality: 'teaching' | 'dovecot'
  readonly accounts: readonly Account[]
  /** Whether the server offers STLS. */
  readonly stls: 'offered' | 'absent'
  /** Whether the server accepts passwords before TLS is up (RFC 2595 §2.3). */
  readonly plainText: 'refused' | 'allowed'
  /** Whether the greeting has a timestamp, and APOP works. */
  readonly apop: 'offered' | 'absent'
  /** Seconds between two logins of a user (RFC 2449 §6.5); 0 for no delay. */
  readonly loginDelay: number
  /** `until-retrieved`: QUIT deletes what RETR sent (RFC 2449 §6.7, `EXPIRE 0`). */
  readonly keeps: 'forever' | 'until-retrieved'
  /** `unavailable`: a login with the right password fails with `[SYS/TEMP]` (RFC 3206), to try clients. */
  readonly maildrops: 'open' | 'unavailable'
  /** Refused commands until it hangs up. */
  readonly maxErrors: number
  /** Milliseconds of silence until it hangs up; at least ten minutes (RFC 1939 §3). */
  readonly idle: number
}

/** The defaults of a host. */
export const hostDefaults = {
  personality: 'teaching',
  accounts: [],
  stls: 'offered',
  plainText: 'refused',
  apop: 'offered',
  loginDelay: 0,
  keeps: 'forever',
  maildrops: 'open',
  maxErrors: 20,
  idle: LEAST_IDLE,
} as const satisfies Omit<Pop3Host, 'name'>

/** The client's side of the connection. */
export interface Peer {
  readonly address: string
  readonly name?: string
  /** Set where TLS is up before the first word. */
  readonly tls?: Tls
  /** Not to be guessed: for the timestamp of APOP, and for SASL. */
  readonly nonce: string
}

/** What sessions of a host share. */
export interface Pop3Ports {
  /** The maildrop of a user is INBOX of the account with the same login. */
  readonly store: MailStore
  /** When each user logged in last, in milliseconds; the host's sessions write it. */
  readonly logins?: Map<string, number>
  /** Milliseconds when the client connected; ticks go on from there. 0 by default. */
  readonly now?: number
}

import type { Tls } from '../../../core/tls.ts'
import type { Account } from '../../sasl/account.ts'
import type { MailStore } from '../../store/store.ts'
import { LEAST_IDLE } from '../limits.ts'

/** A POP3 server as data: its name, its manners and whom it serves. */
export interface Pop3Host {
  /** Its official name, said in the greeting. */
  readonly name: string
  /** Gives the wordings of its replies. */
  readonly personality: 'teaching' | 'dovecot'
  readonly accounts: readonly Account[]
  /** Whether STLS is to be had. */
  readonly stls: 'offered' | 'absent'
  /** Whether passwords may be said before TLS is up (RFC 2595 §2.3). */
  readonly plainText: 'refused' | 'allowed'
  /** Whether the greeting has a timestamp, and APOP works. */
  readonly apop: 'offered' | 'absent'
  /** Seconds between two logins of a user (RFC 2449 §6.5); 0 for no delay. */
  readonly loginDelay: number
  /** `until-retrieved`: what was fetched whole is gone after QUIT (RFC 2449 §6.7, `EXPIRE 0`). */
  readonly keeps: 'forever' | 'until-retrieved'
  /** `unavailable`: who has proved who it is hears `[SYS/TEMP]` (RFC 3206); to see what clients make of it. */
  readonly maildrops: 'open' | 'unavailable'
  /** Refused commands before it hangs up. */
  readonly maxErrors: number
  /** Milliseconds without a word before it hangs up; at least ten minutes (RFC 1939 §3). */
  readonly idle: number
}

/** What a host has unless it is said otherwise. */
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

/** Who connected. */
export interface Peer {
  readonly address: string
  readonly name?: string
  /** Set where TLS is up before the first word. */
  readonly tls?: Tls
  /** Nobody can guess it: for the timestamp of APOP, and for SASL. */
  readonly nonce: string
}

/** What sessions of a host share. */
export interface Pop3Ports {
  /** Has the maildrops: INBOX of the account with the login of the user. */
  readonly store: MailStore
  /** When each user logged in last, in milliseconds; the host's sessions write it. */
  readonly logins?: Map<string, number>
  /** Milliseconds when the client connected; ticks go on from there. 0 by default. */
  readonly now?: number
}

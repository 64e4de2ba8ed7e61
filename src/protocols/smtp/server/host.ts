import type { Tls } from '../../../core/tls.ts'
import type { Account } from '../../sasl/account.ts'
import type { InjectedFault } from '../policies/faults.ts'
import type { Greylisting } from '../policies/greylisting.ts'
import type { RateLimits } from '../policies/rates.ts'
import type { Tarpit } from '../policies/tarpit.ts'

/**
 * What a port is for. `mx`: mail from anywhere for its own domains (RFC 5321). `submission`: mail
 * of its own users for anywhere, once they have logged in (RFC 6409). `lmtp`: the last hop into
 * mailboxes, with an answer for each recipient (RFC 2033).
 */
export type Role = 'mx' | 'submission' | 'lmtp'

export const roles = ['mx', 'submission', 'lmtp'] as const

/** A mailing list: EXPN shows who is on it. */
export interface MailingList {
  readonly address: string
  readonly members: readonly string[]
}

/** A mail server as data: its name, its policies and whom it serves. */
export interface SmtpHost {
  /** Its official name, as in the greeting. */
  readonly name: string
  readonly role: Role
  /** Gives the wordings of its replies, and the extensions it knows. */
  readonly personality: 'teaching' | 'postfix' | 'dovecot' | 'exchange'
  /** Domains whose mail ends here. Compared without case. */
  readonly localDomains: readonly string[]
  /** Addresses that exist here. Compared without case. `postmaster` is always known. */
  readonly mailboxes: readonly string[]
  readonly lists: readonly MailingList[]
  /** Addresses and networks (CIDR) that may send through it to anywhere. */
  readonly relayFrom: readonly string[]
  /** Domains whose mail waits here until their own server asks with ETRN (RFC 1985). */
  readonly queuesFor: readonly string[]

  /** `offered`: STARTTLS is allowed. `required`: nothing else helps before it (RFC 3207 §4). */
  readonly tls: 'none' | 'offered' | 'required'
  readonly accounts: readonly Account[]
  /** SASL mechanisms for AUTH, the best first. */
  readonly mechanisms: readonly string[]
  /** Whether passwords may be sent on a line that anybody can read (RFC 4954 §4). */
  readonly authBeforeTls: 'refused' | 'taken'
  /** Whose addresses somebody logged in may send from (RFC 6409 §6.1). */
  readonly senders: 'own' | 'any'

  /** Octets in a message; 0 for no limit (RFC 1870 §3). */
  readonly maxSize: number
  /** `strict`: only CRLF.CRLF ends a message, and a bare LF in it is refused. `lax`: the old, unsafe way. */
  readonly bareLf: 'strict' | 'lax'
  /** Refused commands before it hangs up with 421. */
  readonly maxErrors: number
  /** Recipients in one transaction; at least 100 (RFC 5321 §4.5.3.1.8). */
  readonly maxRecipients: number
  /** Messages begun in one session, then 421; 0 for no limit (RFC 9422). */
  readonly maxMessages: number
  /** Commands without use (NOOP, RSET, VRFY and their like) before each more counts as an error. */
  readonly maxIdleCommands: number
  /** Milliseconds that a session may last; 0 for as long as it likes. */
  readonly maxDuration: number

  /**
   * Milliseconds before it greets: a client that talks first is no mail server (RFC 5321 §4.3.1).
   * The greeting comes with a tick.
   */
  readonly greetingDelay: number
  readonly greylisting?: Greylisting
  readonly rates?: RateLimits
  readonly tarpit?: Tarpit
  readonly backing?: Backing
  /** Things that go wrong here on purpose, so that clients can be watched. */
  readonly faults: readonly InjectedFault[]
}

/** What only the world around a server knows; it is asked in the midst of a command, and answers at once. */
export interface Backing {
  /** Whether an address of its domains receives that is not in `mailboxes`: a catch-all, a rewritten sender. */
  knows?(address: string): boolean
  /** What its policies have against a sender or a recipient that is otherwise in order. */
  refusal?(asked: Consulted): Refusal | undefined
}

/** A sender, or one recipient of it. */
export interface Consulted {
  readonly peer: Peer
  readonly helo: string
  /** Empty for the null reverse-path. */
  readonly from: string
  /** Absent at MAIL. */
  readonly recipient?: string
  /** Who has logged in, or may relay: policies about strangers do not hold for them. */
  readonly trust: 'stranger' | 'user' | 'relay'
  /** The login of a user. */
  readonly user?: string
}

export interface Refusal {
  readonly code: number
  readonly enhanced: string
  readonly text: string
}

/** Who connected. */
export interface Peer {
  readonly address: string
  /** Its name by reverse lookup, where it has one. */
  readonly name?: string
  /** The TLS that is up. */
  readonly tls?: Tls
  /** Not to be guessed by the client: login challenges are made of it. */
  readonly nonce?: string
}

/** The defaults of a host: strict, and the limits that Postfix has. */
export const hostDefaults = {
  role: 'mx',
  personality: 'teaching',
  localDomains: [],
  mailboxes: [],
  lists: [],
  relayFrom: [],
  queuesFor: [],
  tls: 'none',
  accounts: [],
  mechanisms: [
    'SCRAM-SHA-256',
    'SCRAM-SHA-1',
    'OAUTHBEARER',
    'XOAUTH2',
    'CRAM-MD5',
    'PLAIN',
    'LOGIN',
  ],
  authBeforeTls: 'refused',
  senders: 'own',
  maxSize: 10_240_000,
  bareLf: 'strict',
  maxErrors: 20,
  maxRecipients: 100,
  maxMessages: 0,
  maxIdleCommands: 100,
  maxDuration: 0,
  greetingDelay: 0,
  faults: [],
} as const satisfies Omit<SmtpHost, 'name'>

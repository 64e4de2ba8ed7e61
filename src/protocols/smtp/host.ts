/** A mail server as data: its name, its manners and whom it serves. */
export interface SmtpHost {
  /** Its official name, said in the greeting. */
  readonly name: string
  /** Gives the wordings of its replies. */
  readonly personality: 'teaching' | 'postfix'
  /** Domains whose mail ends here. Compared without case. */
  readonly localDomains: readonly string[]
  /** Addresses that exist here. Compared without case. `postmaster` is always known. */
  readonly mailboxes: readonly string[]
  /** Addresses and networks (CIDR) that may send through it to anywhere. */
  readonly relayFrom: readonly string[]
  /** Octets in a message; 0 for no limit (RFC 1870 §3). */
  readonly maxSize: number
  /** `strict`: only CRLF.CRLF ends a message, and a bare LF in it is refused. `lax`: the old, unsafe way. */
  readonly bareLf: 'strict' | 'lax'
  /** Refused commands before it hangs up with 421. */
  readonly maxErrors: number
  /** Recipients in one transaction; at least 100 (RFC 5321 §4.5.3.1.8). */
  readonly maxRecipients: number
}

/** Who connected. */
export interface Peer {
  readonly address: string
  /** Its name by reverse lookup, where it has one. */
  readonly name?: string
}

/** What a host has unless it is said otherwise: strict, and the limits that Postfix has. */
export const hostDefaults = {
  personality: 'teaching',
  localDomains: [],
  mailboxes: [],
  relayFrom: [],
  maxSize: 10_240_000,
  bareLf: 'strict',
  maxErrors: 20,
  maxRecipients: 100,
} as const satisfies Omit<SmtpHost, 'name'>

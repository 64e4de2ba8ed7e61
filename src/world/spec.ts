/** A world as data: what a lesson stores, a share link carries and a test writes. JSON values only. */
export interface WorldSpec {
  /** Gives every id and delay of the world. */
  readonly seed: number
  /** The world's time at its start, ISO 8601 in UTC. */
  readonly now: string
  readonly zones: readonly ZoneSpec[]
  readonly hosts: readonly HostSpec[]
  /** Mailboxes stand on the host whose `smtp.domains` hold their domain. */
  readonly mailboxes: readonly MailboxSpec[]
  /** Messages that can be sent on request, and are tried at each change of a zone. */
  readonly mails: readonly MailSpec[]
  /** Senders that SPF is asked about at each change of a zone. */
  readonly senders: readonly SenderCase[]
}

export interface ZoneSpec {
  readonly origin: string
  readonly text: string
  /** Whether the learner may change it. */
  readonly editable: boolean
}

export interface HostSpec {
  readonly name: string
  /** IPv4 and IPv6 addresses. The first of a family is the one it connects from. */
  readonly addresses: readonly string[]
  /** One sentence for views: who this is. */
  readonly about?: string
  /** Listens on port 25 if set. */
  readonly smtp?: SmtpServiceSpec
  /** Takes mail from its own users for anywhere, on ports 587 and, with TLS first, 465. */
  readonly submission?: SubmissionSpec
  /** Takes mail for its mailboxes on port 24, with an answer for each recipient. */
  readonly lmtp?: LmtpSpec
  /** Lets its users at their mail on port 143 and, with TLS first, 993. */
  readonly imap?: AccessSpec
  /** The same by POP3, on ports 110 and 995. */
  readonly pop3?: AccessSpec
  /**
   * How it keeps what it cannot bring to others at once. Servers of SMTP do so anyway; what only sends
   * does not, unless this is set.
   */
  readonly queue?: QueueSpec
  /** Signs what it sends for these domains. */
  readonly keys?: readonly SigningKeySpec[]
}

/** Times are in seconds. */
export interface QueueSpec {
  /** From each try to the next, the last for all others; half an hour, twice, then two hours by default. */
  readonly retryAfter?: readonly number[]
  /** When it gives up, and tells the sender; after five days by default. */
  readonly giveUpAfter?: number
  /** When it tells the sender that it still tries; after four hours by default. */
  readonly tellDelayAfter?: number
}

export interface SmtpServiceSpec extends PoliciesSpec {
  readonly personality: 'teaching' | 'postfix' | 'exchange'
  /** Domains whose mail ends here. */
  readonly domains: readonly string[]
  /** Networks (CIDR) or addresses that may relay through it. */
  readonly relayFrom: readonly string[]
  /** Octets a message may have, announced with SIZE. */
  readonly maxSize: number
  /** Whether it judges SPF, DKIM and DMARC when a message comes in, and obeys DMARC. */
  readonly authenticates: boolean
  /** `lax`: a bare LF ends a line of a message too, the old, unsafe way. `strict` by default. */
  readonly bareLf?: 'strict' | 'lax'
  /** Whether STARTTLS can be had, or must be said first; `none` by default. */
  readonly tls?: 'none' | 'offered' | 'required'
  /** Domains whose mail it takes from anybody, and keeps for their own server to ask for (RFC 1985). */
  readonly queuesFor?: readonly string[]
  /** Clients that it does not know yet are asked to come back later (RFC 6647). */
  readonly greylisting?: GreylistingSpec
}

/** What a server of SMTP puts up with, and what is wrong with it on purpose. Times are in seconds. */
export interface PoliciesSpec {
  readonly rates?: RatesSpec
  /** Slowness for clients that are refused again and again. */
  readonly tarpit?: TarpitSpec
  readonly limits?: LimitsSpec
  readonly faults?: readonly FaultSpec[]
}

export interface GreylistingSpec {
  /** Seconds before another try of the same client, sender and recipient is taken. */
  readonly delay: number
  /** Seconds after which it is forgotten that they were seen; 35 days by default. */
  readonly lifetime?: number
}

/** How often one address may do things within `per` seconds; one more is put off. */
export interface RatesSpec {
  readonly per: number
  readonly connections?: number
  readonly messages?: number
  readonly recipients?: number
  readonly logins?: number
}

export interface TarpitSpec {
  /** Refusals that are answered at once. */
  readonly after: number
  /** Seconds before each refusal from then on. */
  readonly delay: number
}

export interface LimitsSpec {
  /** RCPT commands in a transaction; 100 by default (RFC 5321 §4.5.3.1.8). */
  readonly recipients?: number
  /** MAIL commands in a session; as many as one likes by default. */
  readonly messages?: number
  /** Refused commands before it hangs up; 20 by default. */
  readonly errors?: number
  /** Seconds that a session may last; as long as it likes by default. */
  readonly duration?: number
}

/** Something that goes wrong at a command, so that people can watch what a client makes of it. */
export type FaultSpec = {
  /** A verb in upper case, `.` for the end of the message, `greeting` for the start. */
  readonly at: string
  /** Only commands with this in their argument: an address, for example. */
  readonly about?: string
  /** How often it happens; always by default. */
  readonly times?: number
  /** When it is mended, ISO 8601 in UTC; never by default. */
  readonly until?: string
} & (
  | /** 421, and the line is closed. */ { readonly kind: 'closing' }
  | /** The line goes dead. */ { readonly kind: 'drop' }
  | /** The answer takes its time. */ { readonly kind: 'slow'; readonly seconds: number }
  | /** An answer of its own. */ {
      readonly kind: 'refuse'
      readonly code: number
      readonly enhanced: string
      readonly text: string
    }
)

export interface SubmissionSpec extends PoliciesSpec {
  readonly personality: 'teaching' | 'postfix' | 'dovecot' | 'exchange'
  /** Domains whose mailboxes log in here. */
  readonly domains: readonly string[]
  readonly maxSize: number
}

export interface LmtpSpec extends PoliciesSpec {
  readonly personality: 'teaching' | 'dovecot'
  /** Domains whose mailboxes are here. */
  readonly domains: readonly string[]
  readonly maxSize: number
}

export interface AccessSpec {
  readonly personality: 'teaching' | 'dovecot'
  /** Domains whose mailboxes are here. */
  readonly domains: readonly string[]
  /** Whether a password may be said on a line that anybody can read; `refused` by default. */
  readonly plaintextLogin?: 'refused' | 'allowed'
  /** Whether users of IMAP set the limits of their own mailboxes; `fixed` by default. */
  readonly quotas?: 'fixed' | 'settable'
}

export interface SigningKeySpec {
  readonly domain: string
  readonly selector: string
  readonly algorithm: 'rsa-sha256' | 'ed25519-sha256'
  /** PKCS #8 in base64 (the lines of a PEM file without its armour). */
  readonly privateKey: string
}

export interface MailboxSpec {
  readonly address: string
  readonly name?: string
  /** With it, its owner logs in by the address; without one nobody does. */
  readonly password?: string
  /** An OAuth 2 access token that is good in place of the password (RFC 6750 §2.1). */
  readonly token?: string
}

export interface MailSpec {
  readonly id: string
  /** Who sends this and why, for views. */
  readonly title: string
  /** Name of the host that hands it in. */
  readonly host: string
  /** EHLO name; the host's own by default. */
  readonly helo?: string
  /** Empty for the null reverse-path. */
  readonly mailFrom: string
  readonly rcptTo: readonly string[]
  /** In order; `Date` and `Message-ID` are added from the world's clock and seed if absent. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: string
  /** Good: mail that must arrive. Forged: mail that must not. */
  readonly intent: 'good' | 'forged'
}

/** A named sender whose SPF result a lesson watches. */
export interface SenderCase {
  readonly id: string
  readonly name: string
  readonly about: string
  readonly ip: string
  readonly helo: string
  readonly mailFrom: string
  /** The SPF results that the lesson wants; any of them will do. */
  readonly expect: readonly ('pass' | 'fail' | 'softfail' | 'neutral' | 'none')[]
}

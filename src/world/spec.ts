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
  readonly witnesses: readonly WitnessSpec[]
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
  /** Signs what it sends for these domains. */
  readonly keys?: readonly SigningKeySpec[]
}

export interface SmtpServiceSpec {
  readonly personality: 'teaching' | 'postfix'
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
}

export interface SubmissionSpec {
  readonly personality: 'teaching' | 'postfix' | 'dovecot' | 'exchange'
  /** Domains whose mailboxes log in here. */
  readonly domains: readonly string[]
  readonly maxSize: number
}

export interface LmtpSpec {
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

export interface WitnessSpec {
  readonly id: string
  readonly name: string
  readonly about: string
  readonly ip: string
  readonly helo: string
  readonly mailFrom: string
  /** What SPF must say for the lesson. */
  readonly expect: readonly ('pass' | 'fail' | 'softfail' | 'neutral' | 'none')[]
}

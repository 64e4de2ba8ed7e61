import * as v from 'valibot'
import { aliases, forwarding, gateway } from './addresses.ts'
import { filter } from './filters.ts'
import { hostProblems } from './host-problems.ts'
import { mailingList } from './lists.ts'
import { relayThrough, sending, tenants } from './sending.ts'
import { greylisting, policies } from './policies.ts'
import { reports } from './reports.ts'
import { certificate, https } from './web.ts'
import {
  address,
  ip,
  list,
  loopback,
  name,
  network,
  octets,
  pathOf,
  seconds,
  text,
  type Spec,
} from './values.ts'

/** On port 25. */
const trusts = v.strictObject({
  /** Networks of forwarders whose mail it knows to be what it was. */
  forwarders: v.exactOptional(list(network)),
  /** Domains whose seal it believes, where the chain holds (RFC 8617 §7.2.1). */
  sealers: v.exactOptional(list(name)),
})
export type TrustsSpec = Spec<typeof trusts>

const smtp = v.strictObject({
  personality: v.picklist(['teaching', 'postfix', 'exchange']),
  /** Domains whose mail ends here. */
  domains: list(name),
  /** Networks (CIDR) or addresses that may relay through it. */
  relayFrom: list(network),
  /** Octets a message may have, announced with SIZE. */
  maxSize: octets,
  /** Whether it checks SPF, DKIM and DMARC when a message comes in, and has a policy about DMARC. */
  authenticates: v.boolean(),
  /**
   * What it makes of a failed DMARC check: `careful` by default, which rejects only where it also
   * distrusts the client (RFC 9989 §7.4); `literal` obeys the domain; `blind` leaves DMARC out.
   */
  dmarc: v.exactOptional(v.picklist(['careful', 'literal', 'blind'])),
  /**
   * The edition of DMARC by which it looks for policies: RFC 9989 by default, or RFC 7489 with its list of
   * public suffixes.
   */
  dmarcEdition: v.exactOptional(v.picklist(['9989', '7489'])),
  /**
   * What becomes of a message that neither SPF nor DKIM vouches for: `junk` by default; with `inbox` the
   * results are noted alone.
   */
  unvouched: v.exactOptional(v.picklist(['junk', 'inbox'])),
  /** Whether it looks for the logo of who wrote a message that passed DMARC (BIMI); it does not by default. */
  bimi: v.exactOptional(v.boolean()),
  /** Networks (CIDR) or addresses that it has had bad mail from. */
  distrusts: v.exactOptional(list(network)),
  /** `lax`: a bare LF ends a line of a message too, the old, unsafe way. `strict` by default. */
  bareLf: v.exactOptional(v.picklist(['strict', 'lax'])),
  /** Whether STARTTLS is offered, or must come first; `none` by default. */
  tls: v.exactOptional(v.picklist(['none', 'offered', 'required'])),
  /** Domains whose mail it accepts from any client, and keeps for their own server to ask for (RFC 1985). */
  queuesFor: v.exactOptional(list(name)),
  /**
   * Of those domains: `any`, by default, accepts every recipient; `known` those that the domain’s own host
   * has, whose list it holds.
   */
  backupRecipients: v.exactOptional(v.picklist(['any', 'known'])),
  /** Clients that it does not know yet are asked to come back later (RFC 6647). */
  greylisting: v.exactOptional(greylisting),
  /**
   * Whether it knows who its recipients are: `known` by default. With `any` it accepts every address of its
   * domains, and reports afterwards to a sender that may be forged.
   */
  recipients: v.exactOptional(v.picklist(['known', 'any'])),
  /** Whose word about a message it takes, where DMARC fails (RFC 9989 §7.4). */
  trusts: v.exactOptional(trusts),
  /** Its policies about mail that comes in, in the order in which they decide. */
  filters: v.exactOptional(list(filter)),
  /** What it changes in each message. */
  gateway: v.exactOptional(gateway),
  ...policies,
})
export type SmtpServiceSpec = Spec<typeof smtp>

const submission = v.strictObject({
  /** Customers, beside the owners of mailboxes. */
  tenants: v.exactOptional(tenants),
  personality: v.picklist(['teaching', 'postfix', 'dovecot', 'exchange']),
  /** Domains whose mailboxes log in here. */
  domains: list(name),
  /** Whether the owner of a mailbox may write any address into From, or their own alone; `any` by default. */
  authors: v.exactOptional(v.picklist(['any', 'own'])),
  maxSize: octets,
  /** Whether a password may be sent in the clear; `refused` by default (RFC 4954 §4). */
  plaintextLogin: v.exactOptional(v.picklist(['refused', 'allowed'])),
  ...policies,
})
export type SubmissionSpec = Spec<typeof submission>

const lmtp = v.strictObject({
  personality: v.picklist(['teaching', 'dovecot']),
  /** Domains whose mailboxes are here. */
  domains: list(name),
  maxSize: octets,
  ...policies,
})
export type LmtpSpec = Spec<typeof lmtp>

const access = v.strictObject({
  personality: v.picklist(['teaching', 'dovecot']),
  /** Domains whose mailboxes are here. */
  domains: list(name),
  /** Whether a password may be sent in the clear; `refused` by default. */
  plaintextLogin: v.exactOptional(v.picklist(['refused', 'allowed'])),
  /** Whether users of IMAP set the limits of their own mailboxes; `fixed` by default. */
  quotas: v.exactOptional(v.picklist(['fixed', 'settable'])),
})
export type AccessSpec = Spec<typeof access>

/** Times are in seconds. */
const queue = v.strictObject({
  /** From each try to the next, the last for all others; half an hour, twice, then two hours by default. */
  retryAfter: v.exactOptional(v.pipe(list(seconds), v.minLength(1, 'Name at least one time.'))),
  /** When it gives up, and reports to the sender; after five days by default. */
  giveUpAfter: v.exactOptional(seconds),
  /** When it reports to the sender that it still tries; after four hours by default. */
  reportDelayAfter: v.exactOptional(seconds),
})
export type QueueSpec = Spec<typeof queue>

const key = v.strictObject({
  domain: name,
  selector: name,
  algorithm: v.picklist(['rsa-sha256', 'ed25519-sha256']),
  /** PKCS #8 in base64 (the lines of a PEM file without its armour). */
  privateKey: v.pipe(
    text,
    v.regex(/^[A-Za-z0-9+/\s]+=*\s*$/, 'Write the key in base64, without the PEM lines.'),
  ),
})
export type SigningKeySpec = Spec<typeof key>

/** A sender that asked for complaints about its mail: what its domain signed, or what its network sent. */
const feedbackLoop = v.strictObject({
  domain: v.exactOptional(name),
  network: v.exactOptional(network),
  to: address,
})
export type FeedbackLoopSpec = Spec<typeof feedbackLoop>

const canonicalization = v.picklist([
  'simple/simple',
  'simple/relaxed',
  'relaxed/simple',
  'relaxed/relaxed',
])

const fields = v.strictObject({
  name,
  /** IPv4 and IPv6 addresses. The first of a family is the one it connects from. */
  addresses: v.pipe(list(ip), v.minLength(1, 'A host has at least one address.')),
  /** One sentence for views: who this is. */
  about: v.exactOptional(text),
  /** What it calls itself in EHLO; its name by default (RFC 5321 §4.1.1.1). */
  helo: v.exactOptional(name),
  /** The zone of its clock, in which it writes times into messages: `+0200`; UTC by default. */
  zone: v.exactOptional(
    v.pipe(text, v.regex(/^[+-](0\d|1[0-4])[0-5]\d$/, 'Write a zone as in `+0200`.')),
  ),
  /** Listens on port 25 if set. */
  smtp: v.exactOptional(smtp),
  /**
   * `127.0.0.1:2526`: a bridge carries what is sent to its port 25 to a real server there, on this
   * machine. Elsewhere, nothing listens on it.
   */
  forwardTo: v.exactOptional(loopback),
  /** Accepts mail from its own users for anywhere, on ports 587 and, with TLS first, 465. */
  submission: v.exactOptional(submission),
  /** Accepts mail for its mailboxes on port 24, with a reply for each recipient. */
  lmtp: v.exactOptional(lmtp),
  /** Lets its users at their mail on port 143 and, with TLS first, 993. */
  imap: v.exactOptional(access),
  /** The same by POP3, on ports 110 and 995. */
  pop3: v.exactOptional(access),
  /**
   * How it keeps what it cannot send at once. Servers of SMTP do so anyway; what only sends does not,
   * unless this is set.
   */
  queue: v.exactOptional(queue),
  /**
   * Whether it remembers what the DNS answered, for as long as the records allow; by default it asks
   * anew each time, so that what is published counts at once.
   */
  cachesDns: v.exactOptional(v.boolean()),
  /** Signs what it sends for these domains. */
  keys: v.exactOptional(list(key)),
  /** Names of the keys that it signs and seals with, as `june._domainkey.example.org`; all by default. */
  signWith: v.exactOptional(list(name)),
  /** Of the header and of the body, in what it signs; `relaxed/relaxed` by default (RFC 6376 §3.4). */
  canonicalization: v.exactOptional(canonicalization),
  /** Other names for addresses, here or elsewhere; an alias comes before a mailbox of its name. */
  aliases: v.exactOptional(aliases),
  /** How it sends on what aliases lead elsewhere. */
  forwarding: v.exactOptional(forwarding),
  lists: v.exactOptional(list(mailingList)),
  /** Hands all that it sends to this host, which delivers it. */
  relayThrough: v.exactOptional(relayThrough),
  /** How it looks after what its customers send. */
  sending: v.exactOptional(sending),
  /** Whether addresses such as `full@` and `451@` fail here on request; see `special/`. */
  specialAddresses: v.exactOptional(v.boolean()),
  /** Where its readers’ complaints go; to `abuse@` of the sender’s domain by default. */
  feedbackLoops: v.exactOptional(list(feedbackLoop)),
  /** What it shows when TLS begins; one for its own name that holds, by default. */
  certificate: v.exactOptional(certificate),
  /** Serves files on port 443 if set. */
  https: v.exactOptional(https),
  reports: v.exactOptional(reports),
})
export const host = v.pipe(
  fields,
  v.forward(
    v.check(
      ({ smtp: own, forwardTo }) => !own || forwardTo === undefined,
      'A host forwards its port 25 or serves it: leave out `forwardTo` or `smtp`.',
    ),
    ['forwardTo'],
  ),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return
    for (const { at, message } of hostProblems(dataset.value))
      addIssue({ message, path: pathOf(dataset.value, at) })
  }),
)
export type HostSpec = Spec<typeof fields>

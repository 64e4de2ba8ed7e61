import * as v from 'valibot'
import { documents } from './documents.ts'
import { device } from './devices.ts'
import { host } from './host.ts'
import { onPath } from './on-path.ts'
import { dnsFault, planItem } from './plan.ts'
import { address, count, id, ip, list, name, text, time, type Spec } from './values.ts'

const zone = v.strictObject({
  origin: name,
  text,
  /** Whether the learner may change it. */
  editable: v.boolean(),
  /** Whether it is signed, so that who validates believes its answers (DNSSEC); it is not by default. */
  dnssec: v.exactOptional(v.boolean()),
})
export type ZoneSpec = Spec<typeof zone>

const vacation = v.strictObject({
  /** `Auto:` and the subject of the message by default. */
  subject: v.exactOptional(text),
  text: v.pipe(text, v.nonEmpty('Write what the answer says.')),
  /** Days before the same sender gets another answer; 7 by default. */
  every: v.exactOptional(count),
})
export type VacationSpec = Spec<typeof vacation>

const mailbox = v.strictObject({
  address,
  name: v.exactOptional(text),
  /** Its owner logs in by the address and this; without one there is no login. */
  password: v.exactOptional(text),
  /** An OAuth 2 access token that is good in place of the password (RFC 6750 §2.1). */
  token: v.exactOptional(
    v.pipe(
      text,
      v.regex(/^[-\w.~+/]+=*$/, 'Write a token of letters, digits and `-._~+/` (RFC 6750 §2.1).'),
    ),
  ),
  /** It answers by machine that its owner is away (RFC 3834). */
  vacation: v.exactOptional(vacation),
})
export type MailboxSpec = Spec<typeof mailbox>

const attachment = v.strictObject({
  filename: v.pipe(text, v.nonEmpty('Give the file a name.')),
  /** `text/plain`, `application/pdf` … */
  type: v.pipe(text, v.regex(/^[\w.+-]+\/[\w.+-]+$/, 'Write a type such as `application/pdf`.')),
  /** What the file holds; written in UTF-8. */
  text,
})
export type AttachmentSpec = Spec<typeof attachment>

const notify = v.union([
  v.tuple([v.literal('NEVER')]),
  v.pipe(list(v.picklist(['SUCCESS', 'FAILURE', 'DELAY'])), v.minLength(1, 'Name an occasion.')),
])

const report = v.strictObject({
  /** On which occasions, or `[NEVER]`; failure and delay without it. */
  notify: v.exactOptional(notify),
  /** How much of the message comes back. */
  ret: v.exactOptional(v.picklist(['FULL', 'HDRS'])),
  /** A name that the report repeats. */
  envid: v.exactOptional(text),
})

const mail = v.strictObject({
  id,
  /** Who sends this and why, for views. */
  title: text,
  /** Name of the host that hands it in. */
  host: name,
  /** EHLO name; the host's own by default. */
  helo: v.exactOptional(text),
  /** Empty for the null reverse-path. */
  mailFrom: v.union([v.literal(''), address]),
  rcptTo: v.pipe(list(address), v.minLength(1, 'A mail goes to somebody.')),
  /**
   * A message that is a document of the lesson, by its file: `invoice.eml`. It is handed in as it is
   * written, and takes the place of `headers`, `body` and `attachments`.
   */
  document: v.exactOptional(text),
  /** In order; `Date` and `Message-ID` are added from the world's clock and seed if absent. */
  headers: v.optional(list(v.strictTuple([text, text])), []),
  body: v.optional(text, ''),
  /** Files that go along with it. */
  attachments: v.exactOptional(list(attachment)),
  /** The reports that its sender asks for (RFC 3461 §4). */
  report: v.exactOptional(report),
  /** Good: mail that must arrive. Forged: mail that must not. Stray: honest mail that must not. */
  intent: v.picklist(['good', 'forged', 'stray']),
})
export type MailSpec = Spec<typeof mail>

const sender = v.strictObject({
  id,
  name: text,
  about: text,
  ip,
  helo: text,
  mailFrom: text,
  /** The SPF results that the lesson wants; any of them will do. */
  expect: v.pipe(
    list(v.picklist(['pass', 'fail', 'softfail', 'neutral', 'none'])),
    v.minLength(1, 'Name the SPF results that are right.'),
  ),
})
/** A named sender whose SPF result a lesson watches. */
export type SenderCase = Spec<typeof sender>

/** A limit of ours: such a world opens in a fraction of a second. */
const MAX_HOSTS = 1000

/** A world as data, from a lesson's folder or a share link. Names in it are not yet compared. */
export const worldSchema = v.strictObject({
  /** Gives every id and delay of the world. */
  seed: v.pipe(v.number(), v.integer('A seed is a whole number.')),
  /** The world's time at its start. */
  now: time,
  zones: list(zone),
  hosts: v.pipe(list(host), v.maxLength(MAX_HOSTS, `A world has at most ${MAX_HOSTS} hosts.`)),
  /** What may be read or edited beside the zones: settings of hosts, which are in force from the start, and messages. */
  documents: v.exactOptional(documents),
  /** A mailbox is on the host whose `smtp.domains` hold its domain. */
  mailboxes: list(mailbox),
  /** Messages that can be sent on request, and are tried at each change of a zone. */
  mails: list(mail),
  /** Senders whose SPF result is looked up at each change of a zone. */
  senders: list(sender),
  /** The mail programs of people. */
  devices: v.exactOptional(list(device)),
  /** What happens by itself as time goes by. */
  plan: v.exactOptional(list(planItem)),
  /** What is wrong with the DNS, whatever the zones say. */
  dnsFaults: v.exactOptional(list(dnsFault)),
  /** Who sits on the wire between two hosts, and what they do there. */
  onPath: v.exactOptional(list(onPath)),
})
/** A world as data: what a lesson stores, a share link carries and a test writes. JSON values only. */
export type WorldSpec = Spec<typeof worldSchema>

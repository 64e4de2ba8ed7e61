import * as v from 'valibot'
import { address, count, id, list, name, seconds, text, type Spec } from './values.ts'

const days = v.pipe(count, v.maxValue(365, 'At most a year.'))

/** Seconds between two fetches; 0: only on request. */
const every = v.pipe(
  v.number(),
  v.check(
    (value) => value === 0 || (value >= 60 && value <= 86_400),
    'Write 0, or from 60 seconds to a day.',
  ),
)

const settings = v.strictObject({
  /** `imap` by default: what it shows is what the server has. `pop3`: it takes copies home. */
  reads: v.exactOptional(v.picklist(['imap', 'pop3'])),
  /** By POP3: what becomes of a message on the server once it was fetched; `delete` by default. */
  after: v.exactOptional(v.picklist(['leave', 'delete', 'delete-later'])),
  /** With `delete-later`: days from the fetch on; 7 by default. */
  days: v.exactOptional(days),
  /** By IMAP: the folders that it fetches; `all` by default. */
  folders: v.exactOptional(v.picklist(['all', 'inbox'])),
  /** 0 by default. */
  every: v.exactOptional(every),
  /** When a message counts as read; on `reading` by default. */
  marks: v.exactOptional(v.picklist(['reading', 'fetching', 'never'])),
  /** Where it keeps what it sent; on the `server`, which needs IMAP, by default. */
  sent: v.exactOptional(v.picklist(['server', 'device'])),
})
export type DeviceSettingsSpec = Spec<typeof settings>

const submission = v.strictObject({
  /** That of reading by default. */
  server: v.exactOptional(name),
  /** 587 by default; on 465 TLS comes first (RFC 8314 §3.3). */
  port: v.exactOptional(v.picklist([587, 465])),
  /** From each try to the next; five minutes by default. */
  retryAfter: v.exactOptional(v.pipe(seconds, v.minValue(1, 'At least a second apart.'))),
})

/** A mail program on somebody’s phone or laptop. */
export const device = v.strictObject({
  id,
  /** What it is called on the page: `Bob’s phone`. */
  name: v.pipe(text, v.nonEmpty('Give the device a name.')),
  /** The mailbox whose owner it belongs to; it logs in with the password there. */
  owner: address,
  /** The host that it is: where its connections come from. */
  host: name,
  /** Where it reads mail, by the name that the DNS knows. */
  server: name,
  submission: v.exactOptional(submission),
  settings: v.exactOptional(settings),
  /** When it has no network: seconds after the start of the world. */
  offline: v.exactOptional(
    list(
      v.pipe(
        v.strictObject({ from: seconds, until: v.exactOptional(seconds) }),
        v.forward(
          v.check(({ from, until = Infinity }) => until > from, 'It ends after it begins.'),
          ['until'],
        ),
      ),
    ),
  ),
})
export type DeviceSpec = Spec<typeof device>

/** By its place in the folder, the oldest first, from 1. */
const message = count

/** `INBOX` by default. */
const folder = v.exactOptional(text)

/** What somebody does with a device. */
export const deviceAct = v.variant('does', [
  v.strictObject({ does: v.picklist(['fetch', 'send', 'offline', 'online']) }),
  v.strictObject({ does: v.picklist(['read', 'delete']), message, folder }),
  /** Answers where the message wants answers: `Reply-To`, else `From`. */
  v.strictObject({ does: v.literal('reply'), message, folder, text }),
  v.strictObject({ does: v.literal('file'), message, folder, to: text }),
  v.strictObject({
    does: v.literal('write'),
    to: v.pipe(list(address), v.minLength(1, 'A message goes to somebody.')),
    subject: text,
    text,
  }),
  /** Sends a mail of the world, with its files and the reports that it asks for, from the outbox. */
  v.strictObject({ does: v.literal('write-mail'), mail: id }),
  v.strictObject({ does: v.literal('set'), settings }),
])
export type DeviceAct = Spec<typeof deviceAct>

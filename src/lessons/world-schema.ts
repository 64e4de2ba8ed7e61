import * as v from 'valibot'
import { parseIp } from '../core/ip.ts'
import type { WorldSpec } from '../world/spec.ts'

const text = v.string()
const list = <T extends v.GenericSchema>(item: T) => v.array(item)

const ip = v.pipe(
  text,
  v.check(
    (address) => parseIp(address) !== undefined,
    'Write an IP address, such as `192.0.2.25` or `2001:db8::25`.',
  ),
)

const network = v.pipe(
  text,
  v.check(isNetwork, 'Write an address or a network, such as `192.0.2.0/24`.'),
)

function isNetwork(given: string): boolean {
  const [address = '', bits = '0', more] = given.split('/')
  const octets = parseIp(address)
  return (
    octets !== undefined &&
    more === undefined &&
    /^\d{1,3}$/.test(bits) &&
    +bits <= octets.length * 8
  )
}

const name = v.pipe(
  text,
  v.regex(
    /^[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*$/,
    'Write a domain name in lower case without a final dot, such as `mx.example.org`.',
  ),
)

const address = v.pipe(
  text,
  v.regex(/^[^@\s<>]+@[^@\s<>]+$/, 'Write an address without brackets, such as `bob@example.org`.'),
)

const id = v.pipe(
  text,
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Write an id in small letters, digits and hyphens.'),
)

const time = v.pipe(
  text,
  v.regex(
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/,
    'Write a time in UTC, such as `2026-05-04T09:00:00Z`.',
  ),
)

const zone = v.strictObject({ origin: name, text, editable: v.boolean() })

const key = v.strictObject({
  domain: name,
  selector: name,
  algorithm: v.picklist(['rsa-sha256', 'ed25519-sha256']),
  privateKey: v.pipe(
    text,
    v.regex(/^[A-Za-z0-9+/\s]+=*\s*$/, 'Write the key in base64, without the PEM lines.'),
  ),
})

const maxSize = v.pipe(
  v.number(),
  v.integer('Write whole octets.'),
  v.minValue(1, 'Leave room for mail.'),
)

const count = v.pipe(v.number(), v.integer('Write a whole number.'), v.minValue(1, 'At least one.'))

const seconds = v.pipe(v.number(), v.minValue(0, 'Time goes forward: write seconds from 0 up.'))

const faultPlace = {
  at: v.pipe(
    text,
    v.regex(
      /^(greeting|\.|[A-Z]+)$/,
      'Name a verb in upper case, `greeting`, or `.` for the end of the message.',
    ),
  ),
  about: v.exactOptional(text),
  times: v.exactOptional(count),
  until: v.exactOptional(time),
}

const fault = v.variant('kind', [
  v.strictObject({ ...faultPlace, kind: v.literal('closing') }),
  v.strictObject({ ...faultPlace, kind: v.literal('drop') }),
  v.strictObject({ ...faultPlace, kind: v.literal('slow'), seconds }),
  v.strictObject({
    ...faultPlace,
    kind: v.literal('refuse'),
    code: v.pipe(
      v.number(),
      v.integer('A reply code is a whole number.'),
      v.minValue(400, 'A refusal begins with 4 or 5.'),
      v.maxValue(559, 'A reply code ends at 559.'),
    ),
    enhanced: v.pipe(
      text,
      v.regex(/^[45]\.\d{1,3}\.\d{1,3}$/, 'Write an enhanced code, such as `4.2.1`.'),
    ),
    text: v.pipe(text, v.nonEmpty('Say why.')),
  }),
])

const manners = {
  rates: v.exactOptional(
    v.strictObject({
      per: seconds,
      connections: v.exactOptional(count),
      messages: v.exactOptional(count),
      recipients: v.exactOptional(count),
      logins: v.exactOptional(count),
    }),
  ),
  tarpit: v.exactOptional(
    v.strictObject({ after: v.pipe(v.number(), v.minValue(0)), delay: seconds }),
  ),
  limits: v.exactOptional(
    v.strictObject({
      recipients: v.exactOptional(count),
      messages: v.exactOptional(count),
      errors: v.exactOptional(count),
      duration: v.exactOptional(seconds),
    }),
  ),
  faults: v.exactOptional(list(fault)),
}

const smtp = v.strictObject({
  personality: v.picklist(['teaching', 'postfix', 'exchange']),
  domains: list(name),
  relayFrom: list(network),
  maxSize,
  authenticates: v.boolean(),
  bareLf: v.exactOptional(v.picklist(['strict', 'lax'])),
  tls: v.exactOptional(v.picklist(['none', 'offered', 'required'])),
  queuesFor: v.exactOptional(list(name)),
  greylisting: v.exactOptional(
    v.strictObject({ delay: seconds, lifetime: v.exactOptional(seconds) }),
  ),
  ...manners,
})

const submission = v.strictObject({
  personality: v.picklist(['teaching', 'postfix', 'dovecot', 'exchange']),
  domains: list(name),
  maxSize,
  ...manners,
})

const lmtp = v.strictObject({
  personality: v.picklist(['teaching', 'dovecot']),
  domains: list(name),
  maxSize,
  ...manners,
})

const access = v.strictObject({
  personality: v.picklist(['teaching', 'dovecot']),
  domains: list(name),
  plaintextLogin: v.exactOptional(v.picklist(['refused', 'allowed'])),
  quotas: v.exactOptional(v.picklist(['fixed', 'settable'])),
})

const queue = v.strictObject({
  retryAfter: v.exactOptional(v.pipe(list(seconds), v.minLength(1, 'Name at least one time.'))),
  giveUpAfter: v.exactOptional(seconds),
  tellDelayAfter: v.exactOptional(seconds),
})

const host = v.strictObject({
  name,
  addresses: v.pipe(list(ip), v.minLength(1, 'A host has at least one address.')),
  about: v.exactOptional(text),
  smtp: v.exactOptional(smtp),
  submission: v.exactOptional(submission),
  lmtp: v.exactOptional(lmtp),
  imap: v.exactOptional(access),
  pop3: v.exactOptional(access),
  queue: v.exactOptional(queue),
  keys: v.exactOptional(list(key)),
})

const mailbox = v.strictObject({
  address,
  name: v.exactOptional(text),
  password: v.exactOptional(text),
  token: v.exactOptional(
    v.pipe(
      text,
      v.regex(/^[-\w.~+/]+=*$/, 'Write a token of letters, digits and `-._~+/` (RFC 6750 §2.1).'),
    ),
  ),
})

const mail = v.strictObject({
  id,
  title: text,
  host: name,
  helo: v.exactOptional(text),
  mailFrom: v.union([v.literal(''), address]),
  rcptTo: v.pipe(list(address), v.minLength(1, 'A mail goes to somebody.')),
  headers: list(v.tuple([text, text])),
  body: text,
  intent: v.picklist(['good', 'forged']),
})

const sender = v.strictObject({
  id,
  name: text,
  about: text,
  ip,
  helo: text,
  mailFrom: text,
  expect: v.pipe(
    list(v.picklist(['pass', 'fail', 'softfail', 'neutral', 'none'])),
    v.minLength(1, 'Name the SPF results that are right.'),
  ),
})

/** A world as data, from a lesson's folder or a share link. Names in it are not yet compared. */
export const worldSchema = v.strictObject({
  seed: v.pipe(v.number(), v.integer('A seed is a whole number.')),
  now: time,
  zones: list(zone),
  hosts: list(host),
  mailboxes: list(mailbox),
  mails: list(mail),
  senders: list(sender),
}) satisfies v.GenericSchema<unknown, WorldSpec>

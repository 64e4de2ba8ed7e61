import * as v from 'valibot'
import { count, list, seconds, text, type Spec } from './values.ts'

const judged = v.picklist(['refuse', 'junk', 'note'])
const atOnce = v.picklist(['refuse', 'defer', 'note'])
const atEnd = v.picklist(['refuse', 'defer', 'junk', 'note'])

/** What a result of SPF comes to, beside DMARC; `note` by default. A refusal comes at MAIL (RFC 7208 §8). */
const spf = v.strictObject({
  policy: v.literal('spf'),
  fail: v.exactOptional(judged),
  softfail: v.exactOptional(judged),
  permerror: v.exactOptional(judged),
})

/** A client needs a name that leads back to its address; `refuse` by default. */
const reverseName = v.strictObject({
  policy: v.literal('reverse-name'),
  missing: v.exactOptional(atOnce),
})

/** The domain of a sender must be able to receive; `refuse` by default for both. */
const senderDomain = v.strictObject({
  policy: v.literal('sender-domain'),
  /** It says that it takes no mail (RFC 7505). */
  nullMx: v.exactOptional(atOnce),
  /** It does not exist. */
  missing: v.exactOptional(atOnce),
})

/** By what the host has seen of a client; scores are from 0 to 100, see `filters/score.ts`. */
const reputation = v.strictObject({
  policy: v.literal('reputation'),
  /** Below it, mail is refused; 10 by default. */
  refuseBelow: v.exactOptional(v.number()),
  /** Below it, mail goes to the spam folder; 40 by default. */
  junkBelow: v.exactOptional(v.number()),
  /** Below it, a client is new; 70 by default. */
  knownFrom: v.exactOptional(v.number()),
  /** Messages of a new client within an hour; more are put off. No limit by default. */
  newPerHour: v.exactOptional(count),
})

/** What a domain must do that sends much, as large mailbox hosts ask. */
const bulk = v.strictObject({
  policy: v.literal('bulk'),
  /** Messages of one author’s domain within `per` that make it a bulk sender; 5000 by default. */
  from: v.exactOptional(count),
  /** A day by default. */
  per: v.exactOptional(seconds),
  /** The share of messages that readers may call spam, from 0 to 1; 0.003 by default. */
  complaints: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
  /** What becomes of mail that lacks something; `junk` by default. */
  action: v.exactOptional(atEnd),
})

/** What a message declares of itself; never what it says. */
const content = v.strictObject({
  policy: v.literal('content'),
  /** Endings of file names that it does not want, in lowercase, without the dot. */
  files: v.exactOptional(
    list(v.pipe(text, v.regex(/^[a-z0-9]+$/, 'Write an ending without its dot.'))),
  ),
  /** Fields that each message needs. */
  needs: v.exactOptional(list(v.pipe(text, v.regex(/^[!-9;-~]+$/, 'Write the name of a field.')))),
  action: v.exactOptional(atEnd),
})

export const filter = v.variant('policy', [
  spf,
  reverseName,
  senderDomain,
  reputation,
  bulk,
  content,
])
export type FilterSpec = Spec<typeof filter>

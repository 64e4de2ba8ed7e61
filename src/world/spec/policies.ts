import * as v from 'valibot'
import { count, list, seconds, text, time, type Spec } from './values.ts'

export const greylisting = v.strictObject({
  /** Seconds before another try of the same client, sender and recipient is accepted. */
  delay: seconds,
  /** Seconds after which it is forgotten that they were seen; 35 days by default. */
  lifetime: v.exactOptional(seconds),
})
export type GreylistingSpec = Spec<typeof greylisting>

/** How often one address may do things within `per` seconds; one more is put off. */
const rates = v.strictObject({
  per: seconds,
  connections: v.exactOptional(count),
  messages: v.exactOptional(count),
  recipients: v.exactOptional(count),
  logins: v.exactOptional(count),
})
export type RatesSpec = Spec<typeof rates>

const tarpit = v.strictObject({
  /** Refusals that are answered at once. */
  after: v.pipe(v.number(), v.minValue(0)),
  /** Seconds before each refusal from then on. */
  delay: seconds,
})
export type TarpitSpec = Spec<typeof tarpit>

const limits = v.strictObject({
  /** RCPT commands in a transaction; 100 by default (RFC 5321 §4.5.3.1.8). */
  recipients: v.exactOptional(count),
  /** MAIL commands in a session; no limit by default. */
  messages: v.exactOptional(count),
  /** Refused commands before it hangs up; 20 by default. */
  errors: v.exactOptional(count),
  /** Seconds that a session may last; no limit by default. */
  duration: v.exactOptional(seconds),
})
export type LimitsSpec = Spec<typeof limits>

const faultPlace = {
  /** A verb in uppercase, `.` for the end of the message, `greeting` for the start. */
  at: v.pipe(
    text,
    v.regex(
      /^(greeting|\.|[A-Z]+)$/,
      'Name a verb in uppercase, `greeting`, or `.` for the end of the message.',
    ),
  ),
  /** Only commands with this in their argument: an address, for example. */
  about: v.exactOptional(text),
  /** How often it happens; always by default. */
  times: v.exactOptional(count),
  /** When it is fixed; never by default. */
  until: v.exactOptional(time),
}

/** Something that goes wrong at a command, so that people can watch what a client makes of it. */
const fault = v.variant('kind', [
  /** 421, and the connection is closed. */
  v.strictObject({ ...faultPlace, kind: v.literal('closing') }),
  /** The connection goes dead. */
  v.strictObject({ ...faultPlace, kind: v.literal('drop') }),
  /** The reply is late. */
  v.strictObject({ ...faultPlace, kind: v.literal('slow'), seconds }),
  /** A reply of its own. */
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
    text: v.pipe(text, v.nonEmpty('Give the reason.')),
  }),
])
export type FaultSpec = Spec<typeof fault>

export const policies = {
  rates: v.exactOptional(rates),
  /** Slowness for clients that are refused again and again. */
  tarpit: v.exactOptional(tarpit),
  limits: v.exactOptional(limits),
  /** Before the greeting; a client that talks earlier is no mail server, and is refused (RFC 5321 §4.3.1). */
  greetingDelay: v.exactOptional(seconds),
  faults: v.exactOptional(list(fault)),
}
/** What a server of SMTP allows, and what is wrong with it on purpose. Times are in seconds. */
export type PoliciesSpec = Spec<v.StrictObjectSchema<typeof policies, undefined>>

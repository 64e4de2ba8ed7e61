import * as v from 'valibot'
import { deviceAct } from './devices.ts'
import { address, count, id, list, name, seconds, text, type Spec } from './values.ts'
import { webPath } from './web.ts'

const zoneText = v.strictObject({ origin: name, text })

/** What sets a plan's item off: a command that was answered, or a mail that is gone. */
const trigger = v.pipe(
  v.strictObject({
    /** `NOOP`, `UID SEARCH`, `QUIT`; or any of several. */
    verb: v.exactOptional(v.union([text, v.pipe(list(text), v.minLength(1, 'Name a verb.'))])),
    protocol: v.exactOptional(v.picklist(['smtp', 'lmtp', 'imap', 'pop3'])),
    /** The server's name. */
    host: v.exactOptional(name),
    /** The name of the host that connected: a device's own commands set nothing off, where another is named. */
    client: v.exactOptional(name),
    /** A part of the argument, in any case. */
    has: v.exactOptional(text),
    /** A reply code, or a status of IMAP and POP3: `OK`, `+OK`. */
    answer: v.exactOptional(text),
    /** Of several such commands the first that counts; 1 by default. */
    nth: v.exactOptional(v.pipe(count, v.minValue(1, 'Count from 1.'))),
    /** A mail of the world, by its id, that lay in this mailbox and lies in no folder of it any more. */
    gone: v.exactOptional(v.strictObject({ mailbox: address, mail: id })),
  }),
  v.check(
    ({ verb, gone }) => (verb === undefined) !== (gone === undefined),
    'Name a `verb`, or a mail that is `gone`.',
  ),
)
export type Trigger = Spec<typeof trigger>

const fields = v.strictObject({
  /** Seconds after the start of the world. */
  after: v.exactOptional(seconds),
  /** Or a time of day in UTC, `09:05`: the first one that comes. */
  at: v.exactOptional(
    v.pipe(
      text,
      v.regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/, 'Write a time of day, such as `09:05`.'),
    ),
  ),
  /** With `at`, the days of the week on which it happens (UTC); every day by default. */
  days: v.exactOptional(
    v.pipe(
      list(v.picklist(['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'])),
      v.minLength(1, 'Name at least one day.'),
    ),
  ),
  /** Or when something happens: at once, as often as `times` says, once by default. */
  on: v.exactOptional(trigger),
  /** Again and again, so many seconds apart: a newsletter, a vendor that polls. */
  every: v.exactOptional(v.pipe(seconds, v.minValue(1, 'At least a second apart.'))),
  /** How often in all; without it, for as long as the world is looked at. */
  times: v.exactOptional(count),
  /** Sends the mail of this id. */
  send: v.exactOptional(id),
  /** Publishes a zone's new text: a vendor edits its record, a provider moves. */
  publish: v.exactOptional(zoneText),
  /** The host of this name no longer answers; with `after: 0`, from the very start. */
  down: v.exactOptional(name),
  /** The host of this name answers again. */
  up: v.exactOptional(name),
  /** A host serves a file with a new text: a policy is edited. */
  file: v.exactOptional(v.strictObject({ host: name, path: webPath, text })),
  /** The reader of this mailbox leaves by one click what the newest message there comes from (RFC 8058). */
  unsubscribe: v.exactOptional(address),
  /** Somebody uses the device of this id … */
  device: v.exactOptional(id),
  /** … and does this with it. */
  act: v.exactOptional(deviceAct),
})

/** In seconds. */
const DAY = 86_400

const acts = ['send', 'publish', 'down', 'up', 'file', 'unsubscribe', 'device'] as const

/** Something that happens by itself, at its time. */
export const planItem = v.pipe(
  fields,
  v.check(
    (item) => acts.filter((act) => item[act] !== undefined).length === 1,
    'Say one thing that happens: `send`, `publish`, `down`, `up`, `file`, `unsubscribe` or `device`.',
  ),
  v.check(
    ({ after, at, on }) => [after, at, on].filter((one) => one !== undefined).length === 1,
    'Say when: with `after`, with `at` or with `on`.',
  ),
  v.forward(
    v.check(
      ({ days, at }) => days === undefined || at !== undefined,
      'Days of the week go with a time of day: write `at`.',
    ),
    ['days'],
  ),
  v.forward(
    v.check(
      ({ days, every = DAY }) => days === undefined || every % DAY === 0,
      'What happens on days of the week is repeated by whole days: `every: 86400`.',
    ),
    ['every'],
  ),
  v.forward(
    v.check(
      ({ on, every }) => on === undefined || every === undefined,
      'What something sets off is not repeated by the clock: leave out `every`.',
    ),
    ['every'],
  ),
  v.forward(
    v.check(
      ({ every, times, on }) => times === undefined || every !== undefined || on !== undefined,
      'Say how far apart they are, with `every`.',
    ),
    ['times'],
  ),
  v.forward(
    v.check(
      ({ device, act }) => (device === undefined) === (act === undefined),
      'A `device` goes with an `act`, such as `{ does: fetch }`.',
    ),
    ['act'],
  ),
)
export type PlanItem = Spec<typeof fields>

/** Something that goes wrong with the DNS of a world. */
export const dnsFault = v.strictObject({
  /** What happens instead of an answer; `lame` is a whole zone whose servers do not serve it. */
  kind: v.picklist(['servfail', 'timeout', 'truncated', 'lame']),
  name,
  /** Every type by default. */
  type: v.exactOptional(
    v.picklist(['A', 'AAAA', 'CNAME', 'MX', 'NS', 'PTR', 'SOA', 'SRV', 'TLSA', 'TXT']),
  ),
})
export type DnsFaultSpec = Spec<typeof dnsFault>

import * as v from 'valibot'
import { deviceAct } from './devices.ts'
import { address, count, id, name, seconds, text, type Spec } from './values.ts'
import { webPath } from './web.ts'

const zoneText = v.strictObject({ origin: name, text })

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
  /** Again and again, so many seconds apart: a newsletter, a vendor that polls. */
  every: v.exactOptional(v.pipe(seconds, v.minValue(1, 'At least a second apart.'))),
  /** How often in all; without it, for as long as the world is looked at. */
  times: v.exactOptional(count),
  /** Sends the mail of this id. */
  send: v.exactOptional(id),
  /** Publishes a zone's new text: a vendor edits its record, a provider moves. */
  publish: v.exactOptional(zoneText),
  /** The host of this name no longer answers. */
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

const acts = ['send', 'publish', 'down', 'up', 'file', 'unsubscribe', 'device'] as const

/** Something that happens by itself, at its time. */
export const planItem = v.pipe(
  fields,
  v.check(
    (item) => acts.filter((act) => item[act] !== undefined).length === 1,
    'Say one thing that happens: `send`, `publish`, `down`, `up`, `file`, `unsubscribe` or `device`.',
  ),
  v.check(
    ({ after, at }) => (after === undefined) !== (at === undefined),
    'Say when: with `after` or with `at`.',
  ),
  v.forward(
    v.check(
      ({ every, times }) => times === undefined || every !== undefined,
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

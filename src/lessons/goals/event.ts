import * as v from 'valibot'
import { kindNamed, type WorldEvent } from '../../world/events/index.ts'
import { amountEntries, isAmount, wantedAmount } from '../amount.ts'
import { sameMailbox } from '../command-pattern.ts'
import { defineCondition, type ParamsOf } from '../condition.ts'
import { factsOf, type EventFacts } from '../event-facts.ts'
import { met, notYet } from '../evidence.ts'
import { code, ended } from '../wording.ts'

const types = [
  'opened',
  'secured',
  'closed',
  'refused',
  'queued',
  'delivered',
  'rejected',
  'deferred',
  'undeliverable',
  'reported',
  'expanded',
  'decided',
  'fetched',
  'intercepted',
  'planned',
] as const

const several = v.exactOptional(v.union([v.string(), v.array(v.string())]))

const entries = {
  /** What happened. */
  type: v.picklist(types),
  /** The host where: of a connection, its server; of `refused`, the host that tried; of `fetched`, the one that asked. */
  host: v.exactOptional(v.string()),
  /** The host that connected. */
  client: v.exactOptional(v.string()),
  /** The port of the connection. */
  port: v.exactOptional(v.number()),
  /** The reverse-path of the envelope; empty for the null sender. */
  from: v.exactOptional(v.string()),
  /** An address that it is about: a recipient, the mailbox, who was reported to. */
  to: v.exactOptional(v.string()),
  /** Of `decided` the policy: `greylisting`, `spf`, `list` … */
  policy: v.exactOptional(v.string()),
  /** What was done: `junk`, `refused` (decided), `inbox` (delivered), `failed` (reported), `down` (planned, refused), `strip-starttls` (intercepted); or any of several. */
  action: several,
  /** A reply code, a status of HTTP, or an enhanced status code as it begins: `5.1`; or any of several. */
  status: several,
  /** A part of its sentence in the list of what happened; in any case. */
  has: v.exactOptional(v.string()),
  /** A device: counts only what happened while it had no network. */
  whileOff: v.exactOptional(v.string()),
  ...amountEntries,
}

type Wanted = ParamsOf<typeof entries>

/**
 * @example
 * { kind: event, type: deferred, host: mail.example.org, to: bob@example.net }
 */
export const event = defineCondition({
  kind: 'event',
  about: 'Something happened in the world, so often; with `atMost: 0`, it never did.',
  entries: () => entries,
  check(wanted, { world: { events } }) {
    const { whileOff } = wanted
    const looked = whileOff === undefined ? events : eventsWhileOff(whileOff, events)
    const fitting = looked.filter((one) => fits(wanted, one, events))
    if (isAmount(fitting.length, wanted)) return met
    const newest = fitting.at(-1)
    if (!newest) return notYet(nothingYet(wanted))
    return notYet(`${ended(sentenceOf(newest))} ${amountOf(fitting.length, wanted)}`)
  },
})

/** Events between a device's loss of the network and its return. */
function eventsWhileOff(id: string, events: readonly WorldEvent[]): WorldEvent[] {
  let isOff = false
  return events.filter((one) => {
    if (one.type === 'device' && one.device === id && /^(off|on)line$/.test(one.does))
      isOff = one.does === 'offline'
    return isOff
  })
}

function fits(wanted: Wanted, one: WorldEvent, events: readonly WorldEvent[]): boolean {
  if (one.type !== wanted.type) return false
  const facts = factsOf(one, events)
  return (
    (wanted.host === undefined || facts.host === wanted.host) &&
    (wanted.client === undefined || facts.client === wanted.client) &&
    (wanted.port === undefined || facts.port === wanted.port) &&
    (wanted.policy === undefined || facts.policy === wanted.policy) &&
    isFromTo(wanted, facts) &&
    hasOne(wanted.action, facts.actions, (given, name) => given === name) &&
    hasOne(wanted.status, facts.statuses, (given, start) => given.startsWith(start)) &&
    (wanted.has === undefined || sentenceOf(one).toLowerCase().includes(wanted.has.toLowerCase()))
  )
}

const isFromTo = ({ from, to }: Wanted, facts: EventFacts): boolean =>
  (from === undefined || (facts.from !== undefined && sameMailbox(facts.from, from))) &&
  (to === undefined || (facts.to ?? []).some((one) => sameMailbox(one, to)))

const hasOne = (
  wanted: string | readonly string[] | undefined,
  given: readonly string[] = [],
  isLike: (given: string, wanted: string) => boolean,
): boolean =>
  wanted === undefined || [wanted].flat().some((name) => given.some((one) => isLike(one, name)))

/** How often it happened, and how often it should. */
function amountOf(count: number, wanted: Wanted): string {
  if (wanted.atMost === 0) return 'That should not happen.'
  const times = count === 1 ? 'once' : `${count} times`
  return `That happened ${times}; it should be ${wantedAmount(wanted)}.`
}

const sentenceOf = (one: WorldEvent): string => kindNamed(one.type)!.sentence(one as never)

/** No message was put off at `mail.example.org` for `bob@example.net` yet. */
function nothingYet({ type, host, to, policy = '', action, whileOff }: Wanted): string {
  const timed = undecided[policy]
  const by = [policy, ...[action ?? []].flat()].filter(Boolean).join(' ')
  return [
    timed ?? nothing[type],
    ...(by && !timed ? [`(${code(by)})`] : []),
    ...(host === undefined ? [] : [`at ${code(host)}`]),
    ...(to === undefined ? [] : [`for ${code(to)}`]),
    ...(whileOff === undefined ? [] : [`while ${code(whileOff)} had no network`]),
    'yet.',
  ].join(' ')
}

const nothing: Readonly<Record<(typeof types)[number], string>> = {
  opened: 'No connection was made',
  secured: 'No connection came under TLS',
  closed: 'No connection ended',
  refused: 'No connection failed',
  queued: 'No message was sent',
  delivered: 'No message arrived',
  rejected: 'No message was refused',
  deferred: 'No message was put off',
  undeliverable: 'No message failed for good',
  reported: 'Nothing was reported',
  expanded: 'No address was followed',
  decided: 'Nothing was decided',
  fetched: 'Nothing was fetched',
  intercepted: 'Nothing was met on the wire',
  planned: 'Nothing of what is planned happened',
}

/** The same of what a policy decides at a time of its own. */
const undecided: Readonly<Record<string, string>> = {
  'dmarc-report': 'No time for DMARC reports has come',
  'dmarc-failure': 'No failure has been there to report',
  'tls-report': 'No time for TLS reports has come',
}

import * as v from 'valibot'
import type { Authentication } from '../../auth/authenticate.ts'
import type { JourneyEnd } from '../../world/journey.ts'
import { defineCondition, type ParamsOf } from '../condition.ts'
import { met, notYet } from '../evidence.ts'
import { code, either, ended, firstLine } from '../wording.ts'

const ending = v.picklist(['inbox', 'junk', 'rejected', 'deferred', 'undeliverable'])
const result = v.exactOptional(v.string())

const entries = {
  /** The id of a mail of the world. */
  id: v.string(),
  /** Where it ends, or any of several ends. */
  end: v.exactOptional(v.union([ending, v.pipe(v.array(ending), v.minLength(1, 'Name an end.'))])),
  /** The result of SPF at the receiving host: `pass`, `fail`, `none`, … */
  spf: result,
  /** The result of DKIM there. */
  dkim: result,
  /** The result of DMARC there. */
  dmarc: result,
}

type Wanted = ParamsOf<typeof entries>

/**
 * @example
 * { kind: mail, id: newsletter, end: [inbox, junk], dkim: pass }
 */
export const mail = defineCondition({
  kind: 'mail',
  about: 'A mail of the world, sent anew, ends where named, with the results that are named.',
  reads: 'journeys',
  entries: () => entries,
  check(wanted, { journeys }) {
    const report = journeys.find(({ mail: { id } }) => id === wanted.id)
    if (!report) return notYet(`No mail here is called ${code(wanted.id)}.`)
    const { end } = report.journey
    const given = authenticationOf(end)
    const reason = given
      ? (wrongResult(wanted, given) ?? wrongEnd(wanted, end))
      : (wrongEnd(wanted, end) ?? notAsked(wanted, end))
    return reason === undefined ? met : notYet(`${report.mail.title}: ${reason}`)
  },
})

function authenticationOf(end: JourneyEnd): Authentication | undefined {
  return 'message' in end ? end.message.authentication : end.authentication
}

function wrongEnd({ end: wanted }: Wanted, end: JourneyEnd): string | undefined {
  const ends: readonly string[] = [wanted ?? []].flat()
  if (!ends.length || ends.includes(end.kind)) return undefined
  const should = either(ends.map((kind) => infinitive[kind]!))
  return `${howItEnded(end)}. It should ${should}.${whyItEnded(end)}`
}

const infinitive: Readonly<Record<string, string>> = {
  inbox: 'arrive in the inbox',
  junk: 'land in junk',
  rejected: 'be rejected',
  deferred: 'wait',
  undeliverable: 'find no way',
}

function howItEnded(end: JourneyEnd): string {
  if (end.kind === 'rejected')
    return `it was rejected with ${code(`${end.code} ${firstLine(end.text)}`)}`
  if (end.kind === 'deferred') return 'it waits for another try'
  if (end.kind === 'undeliverable') return 'it could not be delivered'
  const folder = end.kind === 'inbox' ? 'inbox' : 'junk folder'
  return `it landed in ${code(end.mailbox)}’s ${folder}`
}

function whyItEnded(end: JourneyEnd): string {
  if ('reason' in end) return ` ${ended(end.reason)}`
  if (end.kind !== 'rejected') return ` ${ended(end.message.reason)}`
  return end.authentication ? ` ${ended(end.authentication.dmarc.reason)}` : ''
}

const methods = ['spf', 'dkim', 'dmarc'] as const

/** Of a message without a verdict: how far it came is the reason. */
function notAsked(wanted: Wanted, end: JourneyEnd): string | undefined {
  const method = methods.find((name) => wanted[name] !== undefined)
  if (!method) return undefined
  return `${howItEnded(end)}, and ${method.toUpperCase()} was not asked.${whyItEnded(end)}`
}

function wrongResult(wanted: Wanted, given: Authentication): string | undefined {
  for (const method of methods) {
    const name = wanted[method]
    if (name === undefined || given[method].result === name) continue
    const label = method.toUpperCase()
    const { result: actual, reason } = given[method]
    return `${label} gives ${code(actual)} and should give ${code(name)}. ${ended(reason)}`
  }
  return undefined
}

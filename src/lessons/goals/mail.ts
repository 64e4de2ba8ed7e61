import * as v from 'valibot'
import type { Authentication } from '../../auth/authenticate.ts'
import type { JourneyEnd } from '../../world/events.ts'
import { defineCondition, type ParamsOf } from '../condition.ts'
import { met, notYet } from '../evidence.ts'
import { code, continued, either, ended, firstLine } from '../wording.ts'

const end = v.picklist(['inbox', 'junk', 'rejected', 'undeliverable'])
const result = v.exactOptional(v.string())

const entries = {
  id: v.string(),
  end: v.exactOptional(v.union([end, v.pipe(v.array(end), v.minLength(1, 'Name an end.'))])),
  /** Results of the receiving host's checks: `pass`, `fail`, `none`, … */
  spf: result,
  dkim: result,
  dmarc: result,
}

type Wanted = ParamsOf<typeof entries>

export const mail = defineCondition({
  kind: 'mail',
  about: 'A mail of the world, sent anew, ends where named, with the results that are named.',
  entries: () => entries,
  check(wanted, { journeys }) {
    const report = journeys.find(({ mail: { id } }) => id === wanted.id)
    if (!report) return notYet(`No mail here is called ${code(wanted.id)}.`)
    const reason =
      wrongResult(wanted, authenticationOf(report.journey.end)) ??
      wrongEnd(wanted, report.journey.end)
    return reason === undefined ? met : notYet(`${report.mail.title}: ${reason}.`)
  },
})

const authenticationOf = (ended: JourneyEnd): Authentication | undefined =>
  ended.kind === 'rejected'
    ? ended.authentication
    : 'message' in ended
      ? ended.message.authentication
      : undefined

function wrongEnd({ end: wanted }: Wanted, ended: JourneyEnd): string | undefined {
  const ends: readonly string[] = [wanted ?? []].flat()
  if (!ends.length || ends.includes(ended.kind)) return undefined
  return `${howItEnded(ended)}; it should ${either(ends.map((kind) => infinitive[kind]!))}`
}

const infinitive: Readonly<Record<string, string>> = {
  inbox: 'arrive in the inbox',
  junk: 'land in junk',
  rejected: 'be rejected',
  undeliverable: 'find no way',
}

function howItEnded(ended: JourneyEnd): string {
  if (ended.kind === 'rejected')
    return `it was rejected with ${code(`${ended.code} ${firstLine(ended.text)}`)}`
  if (ended.kind === 'undeliverable')
    return `it could not be delivered, ${withoutPoint(continued(ended.reason))}`
  const folder = ended.kind === 'inbox' ? 'inbox' : 'junk folder'
  return `it landed in ${code(ended.mailbox)}’s ${folder}`
}

const withoutPoint = (text: string): string => text.replace(/\.$/, '')

function wrongResult(wanted: Wanted, given: Authentication | undefined): string | undefined {
  for (const method of ['spf', 'dkim', 'dmarc'] as const) {
    const name = wanted[method]
    if (name === undefined || given?.[method].result === name) continue
    const label = method.toUpperCase()
    if (!given) return `it came to no host that asks ${label}`
    const { result: said, reason } = given[method]
    return `${label} says ${code(said)}, not ${code(name)}: ${withoutPoint(continued(ended(reason)))}`
  }
  return undefined
}

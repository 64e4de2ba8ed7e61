import type { DnsAnswer, DnsRecord, Resolver } from '../../core/dns.ts'
import { isWithin, normalizeName } from '../../core/domain.ts'
import type { Crypto, Effect } from '../../core/effects.ts'
import { runAsync, runSync } from '../../core/effects.ts'
import type { Zone } from '../../dns/zone/zone.ts'
import { zoneAnswers } from '../../lint/zone-answers.ts'
import type { Missing } from './checked.ts'
import type { Opened } from './opened.ts'

/** The DNS of what was pasted: zones, and records that have a name. Of all else nothing is known. */
export interface KnownDns extends Resolver {
  readonly zones: readonly Zone[]
}

const UNKNOWN: DnsAnswer = { status: 'timeout', records: [] }

export function knownDns(opened: readonly Opened[]): KnownDns {
  const zones = opened.flatMap((one) => (one.kind === 'zone' ? [one.parsed.zone] : []))
  const records = opened.flatMap((one) =>
    one.kind === 'record' && !one.isNameless ? [one.record] : [],
  )
  const inZones = zoneAnswers(zones, 'unknown', 'unknown')
  return {
    zones,
    query(asked, type) {
      const name = normalizeName(asked)
      const own: readonly DnsRecord[] = records.filter(
        (record) => record.type === type && normalizeName(record.name) === name,
      )
      if (own.length === 0) return inZones.query(name, type)
      const beside = inZones.query(name, type)
      return { status: 'ok', records: [...beside.records, ...own] }
    },
  }
}

/** What an evaluation came to, and the questions in it that nothing pasted answers. */
export interface Asked<Result> {
  readonly result: Result
  readonly missing: readonly Missing[]
}

/** Runs an evaluator that asks the DNS alone. */
export function askKnown<Result>(asking: Effect<Result>, dns: KnownDns): Asked<Result> {
  const missing = missingList(dns)
  const result = runSync(asking, (question) =>
    question.ask === 'dns' ? missing.query(question.name, question.type) : undefined,
  )
  return { result, missing: missing.list }
}

/** Runs one that needs cryptography too. */
export async function askKnownLater<Result>(
  asking: Effect<Result>,
  dns: KnownDns,
  crypto: Crypto,
): Promise<Asked<Result>> {
  const missing = missingList(dns)
  const result = await runAsync(asking, (question) =>
    question.ask === 'dns' ? missing.query(question.name, question.type) : crypto.answer(question),
  )
  return { result, missing: missing.list }
}

/** Questions that are noted: a limit of ours. */
const MOST = 20

function missingList(dns: KnownDns) {
  const list: Missing[] = []
  return {
    list,
    query(name: string, type: DnsRecord['type']): DnsAnswer {
      const answer = dns.query(name, type)
      const isNoted = list.some((one) => one.name === name && one.type === type)
      if (answer.status === UNKNOWN.status && !isNoted && list.length < MOST)
        list.push({ name, type })
      return answer
    },
  }
}

/** Whether a zone that was pasted holds the name. */
export const isOfZones = (name: string, { zones }: KnownDns): boolean =>
  zones.some(({ origin }) => isWithin(normalizeName(name), origin))

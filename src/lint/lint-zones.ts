import { runSync, type Effect } from '../core/effects.ts'
import type { Diagnostic } from '../core/diagnostic.ts'
import type { DnsAnswer, DnsRecord, Resolver } from '../core/dns.ts'
import { adviseCrossRecords } from './cross-record/lint.ts'
import { lintByAsking } from './lint-asking.ts'
import { lintRecords } from './lint-records.ts'
import { createResolver } from '../dns/resolver.ts'
import { lintZone } from './dns/rules/index.ts'
import type { Zone } from '../dns/zone/zone.ts'

/**
 * What the rules say of zones that were read: those of the DNS, and those of SPF, DKIM, DMARC and MX
 * over their records. What the parser met stands in its own `problems`.
 * @param zones All of them: a name that stands in none does not exist.
 * @returns In the order of their files and places; a finding that was made twice stands once.
 */
export function lintZones(zones: readonly Zone[]): Diagnostic[] {
  const records = recordsOf(zones)
  return inOrder(zones, [
    ...zones.flatMap((zone) => lintZone(zone, zones)),
    ...lintRecords(records),
    ...answerFrom(zones, lintByAsking(records)),
  ])
}

/**
 * What would be good to have beside what the zones hold, as hints: a DMARC record, a word from a
 * domain that sends no mail. No fault of what is written; `lintZones` tells those.
 */
export const adviseZones = (zones: readonly Zone[]): Diagnostic[] =>
  inOrder(zones, answerFrom(zones, adviseCrossRecords(recordsOf(zones))))

const recordsOf = (zones: readonly Zone[]): DnsRecord[] =>
  zones.flatMap((zone) => zone.records.map(({ record }) => record))

function answerFrom(zones: readonly Zone[], asking: Effect<Diagnostic[]>): Diagnostic[] {
  const answer = answerer(zones)
  return runSync(asking, (question) =>
    question.ask === 'dns' ? answer.query(question.name, question.type) : undefined,
  )
}

function inOrder(zones: readonly Zone[], found: readonly Diagnostic[]): Diagnostic[] {
  const order = new Map(zones.map(({ file }, at) => [file, at]))
  return unique(found).sort(
    (a, b) => (order.get(a.file) ?? 0) - (order.get(b.file) ?? 0) || a.span.from - b.span.from,
  )
}

const UNKNOWN: DnsAnswer = { status: 'timeout', records: [] }

/** Answers from the zones, each question once. Of reverse names nobody wrote, nothing is known. */
function answerer(zones: readonly Zone[]): Resolver {
  const resolver = createResolver(zones)
  const knowsReverse = zones.some(({ origin }) => /(^|\.)arpa$/.test(origin))
  const known = new Map<string, DnsAnswer>()
  return {
    query(name, type) {
      if (!knowsReverse && name.endsWith('.arpa')) return UNKNOWN
      const key = `${type} ${name}`
      const before = known.get(key)
      if (before) return before
      const answer = resolver.query(name, type)
      known.set(key, answer)
      return answer
    },
  }
}

function unique(found: readonly Diagnostic[]): Diagnostic[] {
  const byPlace = new Map(
    found.map((one) => [`${one.code} ${one.file} ${one.span.from} ${one.span.to}`, one]),
  )
  return [...byPlace.values()]
}

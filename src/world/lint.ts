import { answerNow } from '../core/ask.ts'
import type { Diagnostic } from '../core/diagnostic.ts'
import type { DnsAnswer, Resolver } from '../core/dns.ts'
import { lintByAsking } from '../auth/lint-asking.ts'
import { lintRecords } from '../auth/lint.ts'
import { createResolver } from '../dns/resolver.ts'
import { lintZone } from '../dns/rules/index.ts'
import type { Zone } from '../dns/zone/zone.ts'

/**
 * What the rules say of zones that were read: those of the DNS, and those of SPF, DKIM, DMARC and MX
 * over their records. What the parser met stands in its own `problems`.
 * @param zones All of them: a name that stands in none does not exist.
 * @returns In the order of their files and places; a finding that was made twice stands once.
 */
export function lintZones(zones: readonly Zone[]): Diagnostic[] {
  const records = zones.flatMap((zone) => zone.records.map(({ record }) => record))
  const answer = answerer(zones)
  const found = [
    ...zones.flatMap((zone) => lintZone(zone, zones)),
    ...lintRecords(records),
    ...answerNow(lintByAsking(records), (question) =>
      question.ask === 'dns' ? answer.query(question.name, question.type) : undefined,
    ),
  ]
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

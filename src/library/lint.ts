import { runSync, type Effect } from '../core/effects.ts'
import type { Diagnostic } from '../core/diagnostic.ts'
import type { DnsAnswer, DnsRecord, Resolver } from '../core/dns.ts'
import { lintByAsking } from '../lint/lint-asking.ts'
import { adviseCrossRecords } from '../lint/cross-record/lint.ts'
import { lintRecords } from '../lint/lint-records.ts'
import { originAbove } from '../dns/origins.ts'
import { createResolver } from '../dns/resolver.ts'
import { lintZone } from '../lint/dns/rules/index.ts'
import { parseZone, type ParsedZone } from '../dns/zone/parse.ts'
import type { Zone } from '../dns/zone/zone.ts'

export interface LintOptions {
  /**
   * How names outside of the zones count. `unknown`, the default: no finding is about them.
   * `absent`: the zones are all there is, as in a simulated Internet, and what points out of them
   * points at nothing.
   */
  readonly outside?: 'unknown' | 'absent'
  /** `included`: also what would be good to have, as hints; `omitted` by default. */
  readonly advice?: 'included' | 'omitted'
}

/**
 * All problems of zones: those of their syntax, the findings of the rules of DNS, SPF, DKIM, DMARC and
 * others for each record, and those that appear where one record leads to others. Zones
 * are judged together.
 * @param zones What `parseZone` gave, or zones alone: those are read again for their problems.
 * @returns In the order of the zones, and in each in reading order. Never throws.
 *
 * @example
 * const parsed = parseZone('@ TXT "v=spf1 -all mx"', { origin: 'example.org' })
 * for (const found of lint([parsed])) console.log(renderFrame(found, parsed.zone.text))
 */
export function lint(
  zones: readonly (Zone | ParsedZone)[],
  { outside = 'unknown', advice = 'omitted' }: LintOptions = {},
): Diagnostic[] {
  const parsed = zones.map(asParsed)
  const all = parsed.map(({ zone }) => zone)
  const records = all.flatMap((zone) => zone.records.map(({ record }) => record))
  const dns = outside === 'absent' ? createResolver(all) : openResolver(all)
  const asked = (asking: Effect<Diagnostic[]>): Diagnostic[] =>
    runSync(asking, (question) =>
      question.ask === 'dns' ? dns.query(question.name, question.type) : undefined,
    )
  return inOrder(all, [
    ...parsed.flatMap(({ problems }) => problems),
    ...all.flatMap((zone) => lintZone(zone, all)),
    ...lintRecords(records),
    ...asked(lintByAsking(records)),
    ...(advice === 'included' ? asked(adviseCrossRecords(records)) : []),
  ])
}

const asParsed = (given: Zone | ParsedZone): ParsedZone =>
  'zone' in given ? given : parseZone(given.text, { origin: given.origin, file: given.file })

const UNKNOWN: DnsAnswer = { status: 'timeout', records: [] }
const NOTHING: DnsAnswer = { status: 'nxdomain', records: [] }

/** A tree walk ends here (RFC 9989 §4.10); that a registry has a policy is rare. */
const REGISTRY = /^_dmarc\.[^.]+$/

/** Answers for what lies in the zones; of anything else, and where an alias leads out, nothing. */
function openResolver(zones: readonly Zone[]): Resolver {
  const resolver = createResolver(zones)
  const origins = new Set(zones.map(({ origin }) => origin))
  const knows = (name: string): boolean => originAbove(name, origins) !== undefined
  return {
    query(name, type) {
      if (!knows(name)) return REGISTRY.test(name) ? NOTHING : UNKNOWN
      const answer = resolver.query(name, type)
      const last = answer.aliases?.at(-1)
      return last && !knows(targetOf(last) ?? name) ? UNKNOWN : answer
    },
  }
}

const targetOf = (alias: DnsRecord): string | undefined =>
  alias.type === 'CNAME' ? alias.target : undefined

/** A finding that was made twice stands once. */
function inOrder(zones: readonly Zone[], found: readonly Diagnostic[]): Diagnostic[] {
  const order = new Map(zones.map(({ file }, at) => [file, at]))
  const rank = ({ file }: Diagnostic): number => order.get(file) ?? zones.length
  const distinct = new Map(
    found.map((one) => [`${one.code} ${one.file} ${one.span.from} ${one.span.to}`, one]),
  )
  return [...distinct.values()].sort(
    (a, b) => rank(a) - rank(b) || a.span.from - b.span.from || a.span.to - b.span.to,
  )
}

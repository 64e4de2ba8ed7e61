import type { Diagnostic } from '../core/diagnostic.ts'
import { runSync, type Effect } from '../core/effects.ts'
import type { DnsRecord } from '../core/dns.ts'
import type { ParsedZone } from '../dns/zone/parse.ts'
import type { Zone } from '../dns/zone/zone.ts'
import type { DnsFamily } from './family.ts'
import { lintRecords } from './lint-records.ts'
import { inFileOrder } from './reading-order.ts'
import { zoneAnswers } from './zone-answers.ts'
import { zoneFamilies } from './zone-families.ts'
import { zoneProfiles, type ZoneLintOptions } from './zone-profiles.ts'

/**
 * Reports problems of zones: what the rules find in each zone and record, and what shows where one
 * record leads to others. Zones are judged together.
 * @param zones Zones that were read; what `parseZone` gave is reported with its problems of syntax.
 * @returns In the order of the zones, and in each in reading order; a finding that was made twice is
 *   reported once. Never throws.
 */
export function lintZones(
  zones: readonly (Zone | ParsedZone)[],
  options: ZoneLintOptions = zoneProfiles.published,
): Diagnostic[] {
  const { outside, advice } = { ...zoneProfiles.published, ...options }
  const all = zones.map((one) => ('zone' in one ? one.zone : one))
  const records = all.flatMap((zone) => zone.records.map(({ record }) => record))
  const dns = zoneAnswers(all, outside)
  const dnsFamilies = familiesFor(advice)
  const found = runSync(lintThroughDns(records, dnsFamilies), (question) =>
    question.ask === 'dns' ? dns.query(question.name, question.type) : undefined,
  )
  const files = all.map(({ file }) => file)
  if (advice === 'only') return inFileOrder(files, found)
  return inFileOrder(files, [
    ...zones.flatMap((one) => ('zone' in one ? one.problems : [])),
    ...all.flatMap((zone) => lintZone(zone, all)),
    ...lintRecords(records),
    ...found,
  ])
}

const zoneRuleFamilies = zoneFamilies.filter((family) => family.kind === 'zone')

/** Reports what the rules find in one zone, without its records' own families. */
const lintZone = (zone: Zone, all: readonly Zone[]): Diagnostic[] =>
  zoneRuleFamilies.flatMap((family) => family.lint(zone, all))

/** The families that ask DNS, by whether their rules are advice. */
const familiesFor = (advice: NonNullable<ZoneLintOptions['advice']>): readonly DnsFamily[] =>
  zoneFamilies
    .filter((family) => family.kind === 'dns')
    .filter(({ defaults: { recommended } }) =>
      recommended ? advice !== 'only' : advice !== 'omitted',
    )

/** Runs the rules that ask DNS before they report anything. */
export function* lintThroughDns(
  records: readonly DnsRecord[],
  families: readonly DnsFamily[] = familiesFor('omitted'),
): Effect<Diagnostic[]> {
  const found: Diagnostic[] = []
  for (const family of families) found.push(...(yield* family.lint(records)))
  return found
}

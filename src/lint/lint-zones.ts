import type { Diagnostic } from '../core/diagnostic.ts'
import { runSync, type Effect } from '../core/effects.ts'
import type { DnsRecord } from '../core/dns.ts'
import type { ParsedZone } from '../dns/zone/parse.ts'
import type { Zone } from '../dns/zone/zone.ts'
import type { DnsFamily } from './family.ts'
import { lintRecords } from './lint-records.ts'
import { inFileOrder } from './reading-order.ts'
import { isPart, zoneAnswers } from './zone-answers.ts'
import { zoneFamilies } from './zone-families.ts'
import { isWanted, zoneProfiles, type Advice, type ZoneLintOptions } from './zone-profiles.ts'

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
  const {
    outside,
    advice,
    parts = 'whole',
    files: only,
  } = { ...zoneProfiles.published, ...options }
  const all = zones.map((one) => ('zone' in one ? one.zone : one))
  const records = all.flatMap((zone) => zone.records.map(({ record }) => record))
  const dns = zoneAnswers(all, outside, parts)
  const wanted = familiesFor(advice)
  const dnsFamilies = wanted.filter((family) => family.kind === 'dns')
  const zoneRuleFamilies = wanted.filter((family) => family.kind === 'zone')
  const found = runSync(lintThroughDns(records, dnsFamilies), (question) =>
    question.ask === 'dns' ? dns.query(question.name, question.type) : undefined,
  )
  const files = all.map(({ file }) => file)
  const isAsked = ({ file }: { readonly file: string }): boolean => !only || only.has(file)
  const inZones = all
    .filter(isAsked)
    .flatMap((zone) => zoneRuleFamilies.flatMap((family) => family.lint(zone, all)))
  const partFiles = new Set(parts === 'unknown' ? all.filter(isPart).map(({ file }) => file) : [])
  const isKnown = ({ code, file }: Diagnostic): boolean =>
    !ABOUT_ABSENCE.has(code) || !partFiles.has(file)
  const elsewhere = found.filter((one) => isAsked(one) && isKnown(one))
  if (advice === 'only') return inFileOrder(files, [...inZones.filter(isKnown), ...elsewhere])
  return inFileOrder(files, [
    ...zones.flatMap((one) => ('zone' in one ? one.problems.filter(isAsked) : [])),
    ...inZones.filter(isKnown),
    ...lintRecords(records, only),
    ...elsewhere,
  ])
}

/** What these rules report is that something is not there, which a part of a zone does not show. */
export const ABOUT_ABSENCE: ReadonlySet<string> = new Set([
  ...['zone/ns-missing', 'zone/soa-missing', 'zone/dangling-alias', 'zone/missing-glue'],
  ...['zone/ns-target-without-address', 'mx/target-without-address', 'mx/null-mx-missing'],
  ...['spf/absent', 'dmarc/absent', 'mx/null-mx-absent', 'tls-rpt/absent'],
])

/** The families by whether their rules are advice. */
const familiesFor = (advice: Advice) =>
  zoneFamilies.filter(({ defaults: { recommended } }) => isWanted(recommended, advice))

const dnsFamiliesFor = (advice: Advice): readonly DnsFamily[] =>
  familiesFor(advice).filter((family) => family.kind === 'dns')

/** Runs the rules that ask DNS before they report anything. */
export function* lintThroughDns(
  records: readonly DnsRecord[],
  families: readonly DnsFamily[] = dnsFamiliesFor('omitted'),
): Effect<Diagnostic[]> {
  const found: Diagnostic[] = []
  for (const family of families) found.push(...(yield* family.lint(records)))
  return found
}

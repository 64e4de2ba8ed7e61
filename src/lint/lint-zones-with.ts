import type { Diagnostic } from '../core/diagnostic.ts'
import { runSync } from '../core/effects.ts'
import type { ParsedZone } from '../dns/zone/parse.ts'
import type { Zone } from '../dns/zone/zone.ts'
import { lintDnsWith } from './lint-dns-with.ts'
import { lintRecordsWith } from './lint-records-with.ts'
import { inFileOrder } from './reading-order.ts'
import { isPart, zoneAnswers } from './zone-answers.ts'
import type { AnyFamily } from './family.ts'
import { isWanted, zoneProfiles, type ZoneLintOptions } from './zone-profiles.ts'

/** Does what `lintZones` does with some families alone. Never throws. */
export function lintZonesWith(
  families: readonly AnyFamily[],
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
  const wanted = families.filter(({ defaults: { recommended } }) => isWanted(recommended, advice))
  const dnsFamilies = wanted.filter((family) => family.kind === 'dns')
  const zoneRuleFamilies = wanted.filter((family) => family.kind === 'zone')
  const found = runSync(lintDnsWith(records, dnsFamilies), (question) =>
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
    ...lintRecordsWith(families, records, only),
    ...elsewhere,
  ])
}

/** What these rules report is that something is not there, which a part of a zone does not show. */
export const ABOUT_ABSENCE: ReadonlySet<string> = new Set([
  ...['zone/ns-missing', 'zone/soa-missing', 'zone/dangling-alias', 'zone/missing-glue'],
  ...['zone/ns-target-without-address', 'mx/target-without-address', 'mx/null-mx-missing'],
  ...['spf/absent', 'dmarc/absent', 'mx/null-mx-absent', 'tls-rpt/absent'],
  'dmarc/reject-on-spf-alone',
])

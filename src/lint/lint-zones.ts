import type { Diagnostic } from '../core/diagnostic.ts'
import type { DnsRecord } from '../core/dns.ts'
import type { Effect } from '../core/effects.ts'
import type { ParsedZone } from '../dns/zone/parse.ts'
import type { Zone } from '../dns/zone/zone.ts'
import type { DnsFamily } from './family.ts'
import { lintDnsWith } from './lint-dns-with.ts'
import { lintZonesWith } from './lint-zones-with.ts'
import { zoneFamilies } from './zone-families.ts'
import type { ZoneLintOptions } from './zone-profiles.ts'

export { ABOUT_ABSENCE } from './lint-zones-with.ts'

/**
 * Reports problems of zones: what the rules find in each zone and record, and what shows where one
 * record leads to others. Zones are judged together.
 * @param zones Zones that were read; what `parseZone` gave is reported with its problems of syntax.
 * @returns In the order of the zones, and in each in reading order; a finding that was made twice is
 *   reported once. Never throws.
 */
export const lintZones = (
  zones: readonly (Zone | ParsedZone)[],
  options?: ZoneLintOptions,
): Diagnostic[] => lintZonesWith(zoneFamilies, zones, options)

/** Runs the rules that ask DNS before they report anything; those that are recommended. */
export const lintThroughDns = (records: readonly DnsRecord[]): Effect<Diagnostic[]> =>
  lintDnsWith(records, recommended)

const recommended = zoneFamilies.filter(
  (family): family is DnsFamily => family.kind === 'dns' && family.defaults.recommended,
)

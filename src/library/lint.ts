import type { Diagnostic } from '../core/diagnostic.ts'
import { parseZone, type ParsedZone } from '../dns/zone/parse.ts'
import type { Zone } from '../dns/zone/zone.ts'
import { lintZones } from '../lint/lint-zones.ts'
import type { ZoneLintOptions } from '../lint/zone-profiles.ts'

export type LintOptions = ZoneLintOptions

/**
 * Reports every problem of zones: of their syntax, of each record by the rules of the DNS, SPF, DKIM,
 * DMARC, MTA-STS, TLS-RPT and BIMI, and what shows where one record leads to others. Zones are judged
 * together.
 * @param zones What `parseZone` gave, or zones alone: those are read again for their problems.
 * @returns In the order of the zones, and in each in reading order. Never throws.
 *
 * @example
 * const parsed = parseZone('@ TXT "v=spf1 -all mx"', { origin: 'example.org' })
 * for (const found of lint([parsed])) console.log(renderFrame(found, parsed.zone.text))
 */
export const lint = (zones: readonly (Zone | ParsedZone)[], options?: LintOptions): Diagnostic[] =>
  lintZones(zones.map(asParsed), options)

const asParsed = (given: Zone | ParsedZone): ParsedZone =>
  'zone' in given ? given : parseZone(given.text, { origin: given.origin, file: given.file })

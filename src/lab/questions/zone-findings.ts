import type { Diagnostic } from '../../core/diagnostic.ts'
import type { Span } from '../../core/span.ts'
import { parseZone } from '../../dns/zone/parse.ts'
import type { Zone } from '../../dns/zone/zone.ts'
import { lintZones } from '../../lint/lint-zones.ts'
import { zoneProfiles } from '../../lint/zone-profiles.ts'
import type { ZoneBeside } from '../language/zones-beside.ts'
import type { Question } from './question.ts'

/** What is found in zones that are all the Internet there is, judged together. */
export interface ZoneFindings {
  readonly diagnostics: readonly Diagnostic[]
  /** What would be good to have in them: no problems. */
  readonly advice: readonly Diagnostic[]
  /** Of each zone with a start (SOA): where its serial number stands. */
  readonly serials: readonly Serial[]
}

export interface Serial {
  readonly origin: string
  readonly at: Span
  readonly value: number
}

export const zoneFindings: Question<{ readonly zones: readonly ZoneBeside[] }, ZoneFindings> = {
  answer({ zones }) {
    const parsed = zones.map(({ origin, text }) => parseZone(text, { origin }))
    return {
      diagnostics: lintZones(parsed, zoneProfiles.simulated),
      advice: lintZones(parsed, zoneProfiles.simulatedAdvice),
      serials: parsed.flatMap(({ zone }) => serialOf(zone) ?? []),
    }
  },
}

/** Fields of a SOA record before its serial number. */
const BEFORE = 2

function serialOf({ origin, records }: Zone): Serial | undefined {
  for (const { record, fields } of records) {
    if (record.type !== 'SOA' || record.name !== origin) continue
    const field = fields[BEFORE]
    return field && { origin, at: field.span, value: record.serial }
  }
  return undefined
}

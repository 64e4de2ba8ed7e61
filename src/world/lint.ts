import type { Diagnostic } from '../core/diagnostic.ts'
import { lintRecords } from '../auth/lint.ts'
import { lintZone } from '../dns/rules/index.ts'
import type { Zone } from '../dns/zone/zone.ts'

/**
 * What the rules say of zones that were read: those of the DNS, and those of SPF, DKIM, DMARC and MX
 * over their records. What the parser met stands in its own `problems`.
 * @returns In the order of their files and places; a finding that was made twice stands once.
 */
export function lintZones(zones: readonly Zone[]): Diagnostic[] {
  const records = zones.flatMap((zone) => zone.records.map(({ record }) => record))
  const found = [...zones.flatMap((zone) => lintZone(zone, zones)), ...lintRecords(records)]
  const order = new Map(zones.map(({ file }, at) => [file, at]))
  return unique(found).sort(
    (a, b) => (order.get(a.file) ?? 0) - (order.get(b.file) ?? 0) || a.span.from - b.span.from,
  )
}

function unique(found: readonly Diagnostic[]): Diagnostic[] {
  const byPlace = new Map(
    found.map((one) => [`${one.code} ${one.file} ${one.span.from} ${one.span.to}`, one]),
  )
  return [...byPlace.values()]
}

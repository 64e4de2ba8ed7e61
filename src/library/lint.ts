import type { Diagnostic } from '../core/diagnostic.ts'
import { parseZone, type ParsedZone } from '../dns/zone/parse.ts'
import type { Zone } from '../dns/zone/zone.ts'
import { lintZones } from '../world/lint.ts'

/**
 * Everything that is amiss with zones: what their parser met, and what the rules of the DNS, SPF,
 * DKIM and DMARC say of their records. Zones are judged together, for faults that lie between them.
 * @param zones What `parseZone` gave, or zones alone: those are read again for their problems.
 * @returns In the order of the zones, and in each in reading order. Never throws.
 *
 * @example
 * const parsed = parseZone('@ TXT "v=spf1 -all mx"', { origin: 'example.org' })
 * for (const found of lint([parsed])) console.log(renderFrame(found, parsed.zone.text))
 */
export function lint(zones: readonly (Zone | ParsedZone)[]): Diagnostic[] {
  const parsed = zones.map(asParsed)
  const problems = parsed.flatMap((one) => one.problems)
  const order = new Map(parsed.map(({ zone }, at) => [zone.file, at]))
  const rank = ({ file }: Diagnostic): number => order.get(file) ?? parsed.length
  return [...problems, ...lintZones(parsed.map(({ zone }) => zone))].sort(
    (a, b) => rank(a) - rank(b) || a.span.from - b.span.from || a.span.to - b.span.to,
  )
}

const asParsed = (given: Zone | ParsedZone): ParsedZone =>
  'zone' in given ? given : parseZone(given.text, { origin: given.origin, file: given.file })

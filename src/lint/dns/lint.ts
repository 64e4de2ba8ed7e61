import type { Diagnostic } from '../../core/diagnostic.ts'
import { mapPlain } from '../../core/mapped-text.ts'
import { runRules } from '../../core/rule.ts'
import { zoneRules } from './rules/list.ts'
import { zoneSubject } from './subject.ts'
import type { Zone } from '../../dns/zone/zone.ts'

/**
 * Runs every zone rule over a zone.
 * @param all The zones known beside it; targets outside of them are not judged.
 * @returns Findings in reading order.
 */
export function lintZone(zone: Zone, all: readonly Zone[] = [zone]): Diagnostic[] {
  const source = { file: zone.file, text: mapPlain(zone.text) }
  return runRules(zoneRules, zoneSubject(zone, all), source).toSorted(
    (a, b) => a.span.from - b.span.from || a.span.to - b.span.to,
  )
}

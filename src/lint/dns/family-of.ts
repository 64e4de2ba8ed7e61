import { mapPlain } from '../../core/mapped-text.ts'
import { runRules, type Rule } from '../../core/rule.ts'
import { defaults, inRunOrder, type FamilyDefaults, type ZoneFamily } from '../family.ts'
import { inReadingOrder } from '../reading-order.ts'
import * as rules from './rules/index.ts'
import { zoneSubject, type ZoneSubject } from './subject.ts'

/** Records of the DNS, by what a zone alone shows. @param more Beside the rules that all need. */
export const zoneFamilyOf = (more: Readonly<Record<string, Rule<ZoneSubject>>> = {}): ZoneFamily =>
  familyOf(['zone', 'mx'], inRunOrder(rules, more), defaults('interoperability'))

export function familyOf(
  prefixes: readonly string[],
  ordered: readonly Rule<ZoneSubject>[],
  facts: FamilyDefaults,
): ZoneFamily {
  return {
    ...{ kind: 'zone', prefixes, defaults: facts, rules: ordered },
    lint: (zone, zones = [zone]) =>
      inReadingOrder(
        runRules(ordered, zoneSubject(zone, zones), { file: zone.file, text: mapPlain(zone.text) }),
      ),
  }
}

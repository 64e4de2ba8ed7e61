import { mapPlain } from '../../core/mapped-text.ts'
import { runRules, type Rule } from '../../core/rule.ts'
import { zoneProblems } from '../../dns/zone/problems/list.ts'
import {
  defaults,
  inRunOrder,
  type FamilyDefaults,
  type ParserFamily,
  type ZoneFamily,
} from '../family.ts'
import { inReadingOrder } from '../reading-order.ts'
import * as adviceRules from './advice-rules/index.ts'
import * as rules from './rules/index.ts'
import { zoneSubject, type ZoneSubject } from './subject.ts'

/** Records of the DNS, by what a zone alone shows. */
export const zoneFamily = familyOf(['zone', 'mx'], inRunOrder(rules), defaults('interoperability'))

/** What is right as it stands, and may still be meant otherwise. */
export const zoneAdviceFamily = familyOf(['mx'], inRunOrder(adviceRules), {
  ...defaults('deliverability'),
  recommended: false,
})

function familyOf(
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

/** The writing of a zone file. */
export const zoneParserFamily: ParserFamily = {
  kind: 'parser',
  prefixes: ['zone'],
  defaults: defaults('syntax'),
  rules: zoneProblems,
}

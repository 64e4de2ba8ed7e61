import { mapPlain } from '../../core/mapped-text.ts'
import { runRules } from '../../core/rule.ts'
import { zoneProblems } from '../../dns/zone/problems/list.ts'
import { defaults, inRunOrder, type ParserFamily, type ZoneFamily } from '../family.ts'
import { inReadingOrder } from '../reading-order.ts'
import * as rules from './rules/index.ts'
import { zoneSubject } from './subject.ts'

const ordered = inRunOrder(rules)

/** Records of the DNS, by what a zone alone shows. */
export const zoneFamily: ZoneFamily = {
  kind: 'zone',
  prefixes: ['zone', 'mx'],
  defaults: defaults('interoperability'),
  rules: ordered,
  lint: (zone, zones = [zone]) =>
    inReadingOrder(
      runRules(ordered, zoneSubject(zone, zones), { file: zone.file, text: mapPlain(zone.text) }),
    ),
}

/** The writing of a zone file. */
export const zoneParserFamily: ParserFamily = {
  kind: 'parser',
  prefixes: ['zone'],
  defaults: defaults('syntax'),
  rules: zoneProblems,
}

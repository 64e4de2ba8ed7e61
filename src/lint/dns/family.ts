import { zoneProblems } from '../../dns/zone/problems/list.ts'
import { defaults, inRunOrder, type ParserFamily } from '../family.ts'
import * as adviceRules from './advice-rules/index.ts'
import { familyOf, zoneFamilyOf } from './family-of.ts'
import * as rareRules from './rare-rules/index.ts'

/** Records of the DNS, by all rules. */
export const zoneFamily = zoneFamilyOf(rareRules)

/** What is right as it stands, and may still be meant otherwise. */
export const zoneAdviceFamily = familyOf(['mx'], inRunOrder(adviceRules), {
  ...defaults('deliverability'),
  recommended: false,
})

/** The writing of a zone file. */
export const zoneParserFamily: ParserFamily = {
  kind: 'parser',
  prefixes: ['zone'],
  defaults: defaults('syntax'),
  rules: zoneProblems,
}

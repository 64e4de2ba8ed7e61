import { sectionLabel } from '../../../core/section.ts'
import { allRules, familyOf } from '../../../lint/all-rules.ts'
import type { RuleEntry } from '../../../ui/pages/rule-search/find-rules.ts'
import { recordsOf } from './records.ts'
import { firstSentence, ruleHeading } from './titles.ts'

/** What the search of the rules' page looks through. */
export const ruleEntries = (): RuleEntry[] =>
  allRules.map((rule) => ({
    code: rule.code,
    family: familyOf(rule),
    title: ruleHeading(rule),
    severity: rule.severity,
    records: recordsOf(rule),
    section: sectionLabel(rule.source),
    why: firstSentence(rule.why),
  }))

import type { Severity } from '../core/diagnostic.ts'
import type { Section } from '../core/section.ts'
import { lintDkim } from '../auth/dkim/lint.ts'
import { keyRules } from '../auth/dkim/rules/index.ts'
import { lintDmarc } from '../auth/dmarc/lint.ts'
import { dmarcRules } from '../auth/dmarc/rules/index.ts'
import { spfRules } from '../auth/spf/rules/index.ts'
import { zoneRules } from '../dns/rules/index.ts'
import { zoneProblems } from '../dns/zone/problems/list.ts'
import {
  lintRecordExample,
  lintSpfExample,
  lintZoneExample,
  type LintExample,
} from './rule-examples.ts'

/** A rule as its page shows it: everything but its check, and how its examples are read. */
export interface KnownRule extends RuleFacts {
  readonly lintExample: LintExample
}

interface RuleFacts {
  /** `spf/terms-after-all`: its family and its name. */
  readonly code: string
  readonly severity: Severity
  readonly source: Section
  readonly why: string
  /** `«…»` marks what is found. */
  readonly bad: readonly string[]
  readonly good: readonly string[]
}

const known = (rules: readonly RuleFacts[], lintExample: LintExample): KnownRule[] =>
  rules.map(({ code, severity, source, why, bad, good }) => ({
    ...{ code, severity, source, why, bad, good },
    lintExample,
  }))

/** Every rule of every family: a new list of rules is a line here. */
export const allRules: readonly KnownRule[] = [
  ...known(zoneProblems, lintZoneExample),
  ...known(zoneRules, lintZoneExample),
  ...known(spfRules, lintSpfExample),
  ...known(keyRules, lintRecordExample('s1._domainkey.example.com', lintDkim)),
  ...known(dmarcRules, lintRecordExample('_dmarc.example.com', lintDmarc)),
]

/** `spf` of `spf/terms-after-all`. */
export const familyOf = ({ code }: Pick<KnownRule, 'code'>): string =>
  code.slice(0, code.indexOf('/'))

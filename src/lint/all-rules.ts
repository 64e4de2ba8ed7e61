import type { RuleFacts } from '../core/rule.ts'
import { families } from './families.ts'
import type { FamilyDefaults, RuleFamily } from './family.ts'
import { exampleReadingOf, readExample, type ExampleReading } from './rule-examples.ts'

/** A rule as its page shows it: everything but its check, and how its examples are read. */
export interface KnownRule extends RuleFacts, FamilyDefaults, ExampleReading {
  readonly since: string
  readonly tags: FamilyDefaults['tags']
}

/** Every rule of every family. */
export const allRules: readonly KnownRule[] = families.flatMap(rulesOf)

function rulesOf(family: RuleFamily): KnownRule[] {
  const { defaults } = family
  const reading = exampleReadingOf(family)
  return family.rules.map(
    ({ code, severity, source, why, bad, good, since = defaults.since, tags = defaults.tags }) => ({
      ...{ code, severity, source, why, bad, good, since, tags },
      recommended: defaults.recommended,
      ...reading,
    }),
  )
}

/** `spf` of `spf/terms-after-all`. */
export const familyOf = ({ code }: Pick<KnownRule, 'code'>): string =>
  code.slice(0, code.indexOf('/'))

/** The ids of a rule's messages, in the order in which its examples show them. */
export const messageIdsOf = ({ code, bad, lintExample }: KnownRule): string[] => [
  ...new Set(
    bad
      .flatMap((example) => lintExample(readExample(example).text))
      .flatMap((found) => (found.code === code ? found.messageId : [])),
  ),
]

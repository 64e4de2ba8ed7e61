import type { Rule } from '../core/rule.ts'
import type { TagFormat } from '../auth/tag-format.ts'
import type { TagList } from '../auth/tag-list.ts'
import { hasRule, type RecordTagFamily, type RuleFacts, type TagFamily } from './tag-family.ts'
import type { TagSubject } from './tag-record.ts'
import { listRules, recordRules } from './tag-rules/index.ts'

/** The shared rules of a family, in the order of their names. */
export const tagRules = <Subject>(family: TagFamily<Subject>): Rule<Subject>[] =>
  listRules
    .filter(({ name }) => hasRule(family, name))
    .map((rule) => ({
      ...ruleHead(rule, family, family.format),
      check: (subject) => rule.check(family.listOf(subject), family),
    }))

/** The same of a family over TXT records: with the rules about the record's name. */
export const recordTagRules = <Subject extends TagSubject<TagList>>(
  family: RecordTagFamily<Subject>,
): Rule<Subject>[] => [
  ...tagRules(family),
  ...recordRules
    .filter(({ name }) => hasRule(family, name))
    .map((rule) => ({
      ...ruleHead(rule, family, family.format),
      check: rule.checkOf(family.format),
    })),
]

/** Rules in the order of their codes, in which they are listed. */
export const byCode = <Subject>(rules: readonly Rule<Subject>[]): readonly Rule<Subject>[] =>
  rules.toSorted((a, b) => (a.code < b.code ? -1 : 1))

interface Named<Format> {
  readonly name: keyof NonNullable<TagFamily<never>['rules']>
  facts(format: Format): RuleFacts
}

const ruleHead = <Format extends TagFormat>(
  { name, facts }: Named<Format>,
  { code, rules }: Pick<TagFamily<never>, 'code' | 'rules'>,
  format: Format,
): RuleFacts & { readonly code: string } => ({
  code: `${code}/${name}`,
  ...facts(format),
  ...rules?.[name],
})

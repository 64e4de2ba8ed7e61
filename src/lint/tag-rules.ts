import { joinedText, type DnsRecord, type TextData } from '../core/dns.ts'
import type { Rule, RuleFacts } from '../core/rule.ts'
import type { RecordFormat, TagFormat } from '../auth/tag-format.ts'
import type { TagList } from '../auth/tag-list.ts'
import { attempts } from '../auth/text-family.ts'
import {
  hasRule,
  type RecordTagFamily,
  type SharedRuleFacts,
  type TagFamily,
} from './tag-family.ts'
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

/** Finds which records are meant for a format. */
export const isIntendedAs =
  (format: RecordFormat) =>
  (record: DnsRecord & TextData): boolean =>
    attempts(format, record.name, joinedText(record))

interface Named<Format> {
  readonly name: keyof NonNullable<TagFamily<never>['rules']>
  facts(format: Format): SharedRuleFacts
}

const ruleHead = <Format extends TagFormat>(
  { name, facts }: Named<Format>,
  { code, rules }: Pick<TagFamily<never>, 'code' | 'rules'>,
  format: Format,
): RuleFacts => ({
  code: `${code}/${name}`,
  ...facts(format),
  ...rules?.[name],
})

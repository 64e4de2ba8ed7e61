import { defineRule } from '../../../core/rule.ts'
import { namesWith, ofType, typesOf, type ZoneSubject } from '../subject.ts'

export const dsWithoutNs = defineRule<ZoneSubject>({
  code: 'zone/ds-without-ns',
  severity: 'warning',
  source: { rfc: 4035, section: '2.4' },
  why: 'A DS record vouches for the key of a zone that NS records hand over. Without those there is no such zone.',
  bad: [`kid «DS» 1 8 2 ${'ab'.repeat(32)}`],
  good: [`kid NS ns.example.net.\nkid DS 1 8 2 ${'ab'.repeat(32)}`],
  *check(subject) {
    for (const [name, records] of namesWith(subject, 'DS')) {
      if (name === subject.zone.origin || typesOf(records).has('NS')) continue
      yield {
        span: ofType(records, 'DS')[0]!.type,
        message: `\`${name}\` has a DS record, and no NS record hands it over.`,
      }
    }
  },
})

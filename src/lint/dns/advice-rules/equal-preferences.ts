import { defineRule } from '../../../core/rule.ts'
import { relatedRecord } from '../edits.ts'
import { groupBy } from '../../../core/group-by.ts'
import { namesWith, ofType, type ZoneSubject } from '../subject.ts'

export const equalPreferences = defineRule<ZoneSubject>({
  code: 'mx/equal-preferences',
  severity: 'hint',
  source: { rfc: 5321, section: '5.1' },
  why: 'Hosts with the same preference share the load: each sender picks one of them at random. A host that should only help out when the other is down needs a higher number.',
  bad: ['@ MX 10 a\n MX «10» b\na A 192.0.2.1\nb A 192.0.2.2'],
  good: [
    '@ MX 10 a\n MX 20 b\na A 192.0.2.1\nb A 192.0.2.2',
    '@ MX 10 a\nsub MX 10 a\na A 192.0.2.1',
  ],
  *check(subject) {
    for (const [, records] of namesWith(subject, 'MX'))
      for (const [preference, [first, second]] of groupBy(
        ofType(records, 'MX'),
        ({ record }) => record.preference,
      )) {
        if (!first || !second || first.record.exchange === second.record.exchange) continue
        yield {
          span: second.fields.length === 2 ? second.fields[0]!.span : second.span,
          message: `\`${second.record.exchange}\` and \`${first.record.exchange}\` share the load, as both have preference ${preference}.`,
          related: [relatedRecord(subject, first, 'The other host.')],
        }
      }
  },
})

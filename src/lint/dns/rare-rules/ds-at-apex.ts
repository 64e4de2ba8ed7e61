import { defineRule } from '../../../core/rule.ts'
import { removeRecord } from '../edits.ts'
import { apexOf, ofType, type ZoneSubject } from '../subject.ts'

export const dsAtApex = defineRule<ZoneSubject>({
  code: 'zone/ds-at-apex',
  severity: 'error',
  source: { rfc: 4035, section: '2.4' },
  why: 'A DS record is the parent’s word for the key of its child, so it stands in the parent’s zone. In the zone itself no resolver looks for it.',
  bad: [`@ «DS» 1 8 2 ${'ab'.repeat(32)}`],
  good: [`kid NS ns.example.net.\nkid DS 1 8 2 ${'ab'.repeat(32)}`],
  *check(subject) {
    for (const one of ofType(apexOf(subject), 'DS'))
      yield {
        span: one.type,
        message: `The DS record of \`${subject.zone.origin}\` belongs to the zone above it: give it to the registrar.`,
        fixes: removeRecord('Remove it', one, subject),
      }
  },
})

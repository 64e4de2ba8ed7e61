import { defineRule } from '../../../core/rule.ts'
import { removeRecord } from '../edits.ts'
import { allOf, type ZoneSubject } from '../subject.ts'

export const soaBelowApex = defineRule<ZoneSubject>({
  code: 'zone/soa-below-apex',
  severity: 'error',
  source: { rfc: 1035, section: '5.2' },
  why: 'The SOA record stands at the top of a zone. Below it, it would start another zone, which has its own file.',
  bad: ['sub «SOA» ns hostmaster 1 1d 2h 4w 1h\n A 192.0.2.1'],
  good: ['@ SOA ns hostmaster 1 1d 2h 4w 1h\n@ NS ns\nns A 192.0.2.1'],
  *check(subject) {
    for (const soa of allOf(subject, 'SOA'))
      if (soa.record.name !== subject.zone.origin)
        yield {
          span: soa.type,
          message: `This SOA record belongs to \`${subject.zone.origin}\`, not to \`${soa.record.name}\`.`,
          fixes: removeRecord('Remove it', soa, subject),
        }
  },
})

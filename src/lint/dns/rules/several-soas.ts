import { defineRule } from '../../../core/rule.ts'
import { relatedRecord, removeRecord } from '../edits.ts'
import { apexOf, endsTransfer, ofType, type ZoneSubject } from '../subject.ts'

export const severalSoas = defineRule<ZoneSubject>({
  code: 'zone/several-soas',
  severity: 'error',
  source: { rfc: 1035, section: '5.2' },
  why: 'A zone has exactly one SOA record. With two, no server knows which serial and which times count.',
  bad: [
    '@ SOA ns hostmaster 1 1d 2h 4w 1h\n@ «SOA» ns hostmaster 2 1d 2h 4w 1h\n NS ns\nns A 192.0.2.1',
  ],
  good: [
    '@ SOA ns hostmaster 1 1d 2h 4w 1h\n@ NS ns\nns A 192.0.2.1',
    '@ SOA ns hostmaster 1 1d 2h 4w 1h\n@ NS ns\nns A 192.0.2.1\n@ SOA ns hostmaster 1 1d 2h 4w 1h',
  ],
  *check(subject) {
    const [first, ...more] = ofType(apexOf(subject), 'SOA')
    for (const soa of more.filter((one) => !endsTransfer(one, subject)))
      yield {
        span: soa.type,
        message: 'The zone has an SOA record already.',
        related: [relatedRecord(subject, first!, 'The first SOA record.')],
        fixes: removeRecord('Remove this SOA record', soa, subject),
      }
  },
})

import { defineRule } from '../../../core/rule.ts'
import { removeRecord } from '../edits.ts'
import { allOf, apexOf, isDoubled, type ZoneSubject } from '../subject.ts'

export const soaBelowApex = defineRule<ZoneSubject>({
  code: 'zone/soa-below-apex',
  severity: 'error',
  source: { rfc: 1035, section: '5.2' },
  why: 'The SOA record stands at the top of a zone. Below it, it would start another zone, which has its own file.',
  bad: [
    'sub «SOA» ns hostmaster 1 1d 2h 4w 1h\n A 192.0.2.1',
    '@ SOA ns hostmaster 1 1d 2h 4w 1h\nsub «SOA» ns hostmaster 1 1d 2h 4w 1h\n A 192.0.2.1',
  ],
  good: [
    '@ SOA ns hostmaster 1 1d 2h 4w 1h\n@ NS ns\nns A 192.0.2.1',
    'example.com SOA ns hostmaster 1 1d 2h 4w 1h',
  ],
  *check(subject) {
    const hasOwn = apexOf(subject).some(({ record }) => record.type === 'SOA')
    for (const soa of allOf(subject, 'SOA')) {
      const { name } = soa.record
      if (name === subject.zone.origin || (isDoubled(name, subject.zone) && !hasOwn)) continue
      yield {
        span: soa.type,
        message: hasOwn
          ? `This SOA record belongs to \`${subject.zone.origin}\`, not to \`${name}\`.`
          : `This file is the zone \`${name}\`: its SOA record stands there. It was read as \`${subject.zone.origin}\`.`,
        fixes: hasOwn ? removeRecord('Remove it', soa, subject) : [],
      }
    }
  },
})

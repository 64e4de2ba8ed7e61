import { defineRule } from '../../../core/rule.ts'
import { relatedRecord, removeRecord } from '../edits.ts'
import { namesWith, ofType, type ZoneSubject } from '../subject.ts'

/** DNSSEC puts its own records beside an alias (RFC 4035 §2.5). */
const ALLOWED = new Set(['CNAME', 'RRSIG', 'NSEC'])

export const cnameWithOtherData = defineRule<ZoneSubject>({
  code: 'zone/cname-with-other-data',
  severity: 'error',
  source: { rfc: 1034, section: '3.6.2' },
  why: 'A CNAME states that everything about this name stands at its target. Records beside it contradict that, so a name server refuses the zone, or no resolver ever sees them.',
  bad: [
    'www «CNAME» web\nwww A 192.0.2.1\nweb A 192.0.2.2',
    'www TXT "hello"\n «CNAME» web\nweb A 192.0.2.2',
    'mail «CNAME» web\n MX 10 web\nweb A 192.0.2.2',
  ],
  good: ['www CNAME web\nweb A 192.0.2.2', 'www A 192.0.2.1\n TXT "hello"'],
  *check(subject) {
    for (const [name, records] of namesWith(subject, 'CNAME')) {
      const [alias, another] = ofType(records, 'CNAME')
      const others = records.filter(({ record }) => !ALLOWED.has(record.type))
      if (!alias || !others.length || name === subject.zone.origin) continue
      const types = [...new Set(others.map(({ record }) => `\`${record.type}\``))].join(', ')
      yield {
        span: alias.type,
        message: `\`${name}\` is an alias, so its ${types} ${others.length === 1 ? 'record is' : 'records are'} never seen.`,
        related: others.map((one) => relatedRecord(subject, one, 'This stands beside the alias.')),
        fixes: another ? [] : removeRecord('Remove the CNAME', alias, subject),
      }
    }
  },
})

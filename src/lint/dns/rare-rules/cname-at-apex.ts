import { defineRule } from '../../../core/rule.ts'
import { apexOf, ofType, type ZoneSubject } from '../subject.ts'

export const cnameAtApex = defineRule<ZoneSubject>({
  code: 'zone/cname-at-apex',
  severity: 'error',
  source: { rfc: 1034, section: '3.6.2' },
  why: 'The zone’s own name has its SOA and NS records, and beside a CNAME nothing else may stand. So the name of a zone cannot be an alias.',
  bad: ['@ «CNAME» www\nwww A 192.0.2.1'],
  good: ['@ A 192.0.2.1\nwww CNAME @'],
  *check(subject) {
    const { origin } = subject.zone
    for (const alias of ofType(apexOf(subject), 'CNAME'))
      yield {
        span: alias.type,
        message: `\`${origin}\` is the zone’s own name, so it cannot be an alias. Give it the addresses of \`${alias.record.target}\` in A and AAAA records.`,
      }
  },
})

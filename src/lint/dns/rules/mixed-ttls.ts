import type { Fix } from '../../../core/diagnostic.ts'
import { defineRule } from '../../../core/rule.ts'
import { span } from '../../../core/span.ts'
import { keepTtl, relatedRecord } from '../edits.ts'
import { groupBy } from '../../../core/group-by.ts'
import type { ZoneSubject } from '../subject.ts'
import type { ZoneRecord } from '../../../dns/zone/zone.ts'

export const mixedTtls = defineRule<ZoneSubject>({
  code: 'zone/mixed-ttls',
  severity: 'warning',
  source: { rfc: 2181, section: '5.2' },
  why: 'Records of one name and type are one set and travel together. With different TTLs a part would vanish from caches first, so name servers give all of them one TTL.',
  bad: [
    '@ 1h MX 10 a\n@ «2h» MX 20 b',
    '$TTL 2h\n@ 300 TXT "a"\n@ IN «TXT» "b"\n@ «2h» IN TXT "c"',
  ],
  good: ['@ 1h MX 10 a\n@ 3600 MX 20 b\n@ 2h TXT "c"'],
  *check(subject) {
    for (const records of subject.names.values()) {
      if (records.length < 2) continue
      for (const [first, ...more] of groupBy(records, ({ record }) => record.type).values())
        for (const one of more)
          if (one.record.ttl !== first!.record.ttl)
            yield {
              span: one.ttl ?? one.type,
              message: `This record has a TTL of ${one.record.ttl}, the first of its set ${first!.record.ttl}.`,
              related: [relatedRecord(subject, first!, 'The first of the set.')],
              fixes: giveTtl(one, first!.record.ttl, subject),
            }
    }
  },
})

function giveTtl(one: ZoneRecord, ttl: number, subject: ZoneSubject): readonly Fix[] {
  if (one.generated) return []
  const own = one.ttl
    ? { span: one.ttl, text: String(ttl) }
    : { span: span(one.type.from, one.type.from), text: `${ttl} ` }
  return [{ title: `Give it ${ttl} seconds`, edits: [own, ...keepTtl(one, subject)] }]
}

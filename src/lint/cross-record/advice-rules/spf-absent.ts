import type { CrossRecordSubject } from '../subject.ts'
import { spfTextsOf } from '../subject.ts'
import { addRecord, textLine } from '../../add-record.ts'
import { defineDnsDependentRule, type RecordFinding } from '../../dns-dependent-rule.ts'
import { firstByName, nearestAncestor } from '../../ancestor-names.ts'

export const spfAbsent = defineDnsDependentRule<CrossRecordSubject>({
  code: 'spf/absent',
  severity: 'hint',
  source: { rfc: 7208, section: '2.6.1' },
  why: 'Without an SPF record a domain does not state who may send in its name: the result is none. A subdomain has its own record, or none; it inherits nothing.',
  bad: [
    '«a.example. MX 10 mx.b.example.»\nmx.b.example. A 192.0.2.1',
    '«news.a.example. MX 10 mx.b.example.»\na.example. TXT "v=spf1 -all"\nmx.b.example. A 192.0.2.1',
  ],
  good: [
    'a.example. MX 10 mx.b.example.\na.example. TXT "v=spf1 mx -all"\nmx.b.example. A 192.0.2.1',
    'a.example. MX 0 .',
  ],
  *check({ receivers, all, spf }) {
    const found: RecordFinding[] = []
    const byName = firstByName(spf, ({ name }) => name)
    for (const { at, domain } of receivers) {
      const texts = yield* spfTextsOf(domain)
      if (texts?.length !== 0) continue
      const above = nearestAncestor(domain, byName)
      const inherits = above ? ` The record of \`${above.name}\` does not speak for it.` : ''
      found.push({
        at,
        message: `\`${domain}\` has no SPF record, so anybody’s mail in its name looks alike.${inherits}`,
        fixes: addRecord(
          'Let its mail hosts send, and no other host',
          textLine(domain, 'v=spf1 mx -all'),
          at,
          all,
        ),
      })
    }
    return found
  },
})

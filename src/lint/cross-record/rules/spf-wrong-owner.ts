import { joinedText, type RecordType } from '../../../core/dns.ts'
import { labelsOf, parentOf } from '../../../core/domain.ts'
import { spfTextsOf, summaryOf, type CrossRecordSubject, type TextRecord } from '../subject.ts'
import { addRecord, textLine } from '../../add-record.ts'
import { defineDnsDependentRule, type RecordFinding } from '../../dns-dependent-rule.ts'
import { nextDomain } from '../../spf/next-domain.ts'
import { treeOf } from '../../../auth/spf/published.ts'

/** Names that people give to an SPF record, thinking of `_dmarc` and `_domainkey`. */
const MECHANISMS = /^_?spf\d{0,3}$/

/** A domain with one of these has to do with mail, or may have. */
const USED_TYPES: readonly RecordType[] = ['MX', 'A', 'AAAA']

export const spfWrongOwner = defineDnsDependentRule<CrossRecordSubject>({
  code: 'spf/wrong-owner',
  severity: 'warning',
  source: { rfc: 7208, section: '4.4' },
  why: 'Receivers ask for SPF at the domain of the sender’s address itself. A record at a name below it is read only if another record includes it.',
  bad: [
    '_spf.a.example. TXT "«v=spf1 ip4:192.0.2.1 -all»"\na.example. MX 10 mx.a.example.\nmx.a.example. A 192.0.2.1',
    'spf.a.example. TXT "«v=spf1 ip4:192.0.2.1 -all»"\na.example. A 192.0.2.1',
  ],
  good: [
    '_spf.a.example. TXT "v=spf1 ip4:192.0.2.1 -all"\na.example. TXT "v=spf1 include:_spf.a.example -all"',
    '_spf.a.example. TXT "v=spf1 ip4:192.0.2.1 -all"\nb.example. TXT "v=spf1 include:_spf.a.example -all"',
    'a.example. TXT "v=spf1 -all"',
  ],
  *check({ spf, all, names }) {
    const used = new Set(spf.flatMap((record) => targetsOf(record)))
    const found: RecordFinding[] = []
    for (const at of spf) {
      const domain = parentOf(at.name)
      const text = joinedText(at)
      if (!MECHANISMS.test(labelsOf(at.name)[0] ?? '') || used.has(at.name)) continue
      const { types } = summaryOf(names.get(domain) ?? [])
      if (!USED_TYPES.some((type) => types.has(type))) continue
      const texts = yield* spfTextsOf(domain)
      if (texts?.length !== 0) continue
      found.push({
        at,
        span: { from: 0, to: text.length },
        message: `No receiver asks for SPF at \`${at.name}\`, and \`${domain}\` has no record that includes it: receivers look at \`${domain}\` itself.`,
        fixes: /^[ -!#-[\]-~]{1,255}$/.test(text)
          ? addRecord(`Publish it at \`${domain}\` too`, textLine(domain, text), at, all)
          : [],
      })
    }
    return found
  },
})

const targetsOf = (record: TextRecord): string[] =>
  treeOf(record).terms.flatMap((term) => nextDomain(term) ?? [])

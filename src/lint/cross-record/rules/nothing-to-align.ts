import { joinedText } from '../../../core/dns.ts'
import { spfTextsOf, summaryOf, type CrossRecordSubject } from '../subject.ts'
import { defineDnsDependentRule, type RecordFinding } from '../../dns-dependent-rule.ts'
import { firstDescendants } from '../../ancestor-names.ts'
import { tagNamed } from '../../../auth/tag-list.ts'

export const nothingToAlign = defineDnsDependentRule<CrossRecordSubject>({
  code: 'dmarc/nothing-to-align',
  severity: 'warning',
  source: { rfc: 9989, section: '5.1' },
  why: 'DMARC passes where SPF or DKIM passes for a domain that belongs to the one in `From`. A domain with neither can pass with no mail at all.',
  bad: [
    '_dmarc.a.example. TXT "v=DMARC1; «p=reject»"\na.example. MX 10 mx.a.example.\nmx.a.example. A 192.0.2.1',
    '_dmarc.a.example. TXT "v=DMARC1; «p=none»"\na.example. A 192.0.2.1',
  ],
  good: [
    '_dmarc.a.example. TXT "v=DMARC1; p=reject"\na.example. TXT "v=spf1 mx -all"\na.example. MX 10 mx.a.example.\nmx.a.example. A 192.0.2.1',
    '_dmarc.a.example. TXT "v=DMARC1; p=reject"\na.example. A 192.0.2.1\ns1._domainkey.a.example. CNAME s1.b.example.',
    '_dmarc.a.example. TXT "v=DMARC1; p=reject"\na.example. MX 0 .',
    '_dmarc.a.example. TXT "v=DMARC1; p=reject"\na.example. A 192.0.2.1\nbounce.a.example. TXT "v=spf1 ip4:192.0.2.1 -all"',
  ],
  *check({ dmarc, spf, names }) {
    const found: RecordFinding[] = []
    const keyed = [...names.keys()].flatMap((name) => {
      const cut = name.indexOf('._domainkey.')
      return cut < 0 ? [] : [name.slice(cut + '._domainkey.'.length)]
    })
    const sending = new Set([...spf.map(({ name }) => name), ...keyed])
    const below = firstDescendants(sending, (name) => name)
    for (const { at, record, domain } of dmarc) {
      const { types, hasNullMx } = summaryOf(names.get(domain) ?? [])
      const isUsed = types.has('MX') || types.has('A') || types.has('AAAA')
      const tag = tagNamed(record, 'p')
      if (hasNullMx || !isUsed || !tag) continue
      if (sending.has(domain) || below.has(domain)) continue
      const texts = yield* spfTextsOf(domain)
      if (texts?.length !== 0 || !joinedText(at)) continue
      found.push({
        at,
        span: tag.span,
        message: `\`${domain}\` has neither an SPF record nor a DKIM key, so none of its mail can pass DMARC.`,
        ...(record.p === 'none' && { severity: 'info' as const }),
      })
    }
    return found
  },
})

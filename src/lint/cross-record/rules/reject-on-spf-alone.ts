import type { DnsAnswer, DnsRecord } from '../../../core/dns.ts'
import { askDns } from '../../../core/effects.ts'
import { isLost } from '../../../auth/question-step.ts'
import { tagNamed } from '../../../auth/tag-list.ts'
import { ancestorsOf } from '../../ancestor-names.ts'
import { defineDnsDependentRule, type RecordFinding } from '../../dns-dependent-rule.ts'
import { canPass } from '../../spf/can-pass.ts'
import { fix } from '../../tag-edits.ts'
import { keyedDomains } from '../keyed-domains.ts'
import { spfTextsOf, type CrossRecordSubject } from '../subject.ts'

export const rejectOnSpfAlone = defineDnsDependentRule<CrossRecordSubject>({
  code: 'dmarc/reject-on-spf-alone',
  severity: 'warning',
  source: { rfc: 9989, section: '7.4' },
  why: 'A forwarded message comes from another address, so SPF fails; its DKIM signature mostly holds. Who publishes `p=reject` must sign, and not rely on SPF alone.',
  bad: [
    '_dmarc.a.example. TXT "v=DMARC1; «p=reject»"\na.example. TXT "v=spf1 ip4:192.0.2.1 -all"',
    'a.example. SOA ns.a.example. h.a.example. 1 2 3 4 5\n_dmarc.a.example. TXT "v=DMARC1; «p=reject»"\na.example. TXT "v=spf1 mx -all"\nold._domainkey.a.example. TXT "v=DKIM1; p="',
    '_dmarc.a.example. TXT "v=DMARC1; «p=reject»; t=y"\na.example. TXT "v=spf1 mx -all"',
  ],
  good: [
    '_dmarc.a.example. TXT "v=DMARC1; p=reject"\na.example. TXT "v=spf1 ip4:192.0.2.1 -all"\ns1._domainkey.a.example. CNAME s1.b.example.',
    '_dmarc.a.example. TXT "v=DMARC1; p=reject"\na.example. TXT "v=spf1 ip4:192.0.2.1 -all"\n_domainkey.a.example. NS ns.b.example.',
    '_dmarc.news.a.example. TXT "v=DMARC1; p=reject"\nnews.a.example. TXT "v=spf1 ip4:192.0.2.1 -all"\ns1._domainkey.a.example. CNAME s1.b.example.',
    '_dmarc.a.example. TXT "v=DMARC1; p=quarantine"\na.example. TXT "v=spf1 ip4:192.0.2.1 -all"',
    '_dmarc.a.example. TXT "v=DMARC1; p=reject"\na.example. TXT "v=spf1 -all"',
  ],
  *check({ dmarc, names, all }) {
    const found: RecordFinding[] = []
    const isKeyed = keyedDomains(all)
    for (const { at, record, domain } of dmarc) {
      const tag = tagNamed(record, 'p')
      if (record.p !== 'reject' || !tag || isKeyed(domain)) continue
      const texts = yield* spfTextsOf(domain)
      if (!texts?.some(canPass)) continue
      const answer = yield* askDns(`_domainkey.${domain}`, 'TXT')
      if (!hasNoKey(answer, domain, names)) continue
      found.push({
        at,
        span: tag.span,
        message: `\`${domain}\` asks to reject, and has no DKIM key: all rests on SPF, which fails once a message is forwarded.`,
        fixes: [fix('Ask for quarantine until mail is signed', tag.valueSpan, 'quarantine')],
        ...(record.testing && { severity: 'info' as const }),
      })
    }
    return found
  },
})

/**
 * Whether no selector can be there: the name above them does not exist, or their whole zone is known. For a
 * part of a zone, and where a delegation leads elsewhere, there is no answer.
 */
function hasNoKey(
  answer: DnsAnswer,
  domain: string,
  names: ReadonlyMap<string, readonly DnsRecord[]>,
): boolean {
  if (isLost(answer)) return false
  if (answer.status === 'nxdomain') return true
  return [domain, ...ancestorsOf(domain)].some((name) =>
    names.get(name)?.some(({ type }) => type === 'SOA'),
  )
}

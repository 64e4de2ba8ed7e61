import { lines } from '../../../core/text/lines.ts'
import type { CrossRecordSubject, PublishedDmarc } from '../subject.ts'
import { defineDnsDependentRule, relatedTo, type RecordFinding } from '../../dns-dependent-rule.ts'
import { firstDescendants } from '../../ancestor-names.ts'
import { removeOnly } from '../../tag-edits.ts'
import { tagNamed } from '../../../auth/tag-list.ts'

export const strictSubdomain = defineDnsDependentRule<CrossRecordSubject>({
  code: 'dmarc/strict-subdomain',
  severity: 'info',
  source: { rfc: 9989, section: '4.4' },
  why: 'Strict alignment wants the very domain of `From`. What SPF or DKIM reports about a subdomain, a bounce address or the key of a newsletter, does not count for the domain above.',
  bad: [
    '_dmarc.a.example. TXT "v=DMARC1; p=reject; «aspf=s»"\na.example. TXT "v=spf1 mx -all"\nbounce.a.example. TXT "v=spf1 ip4:192.0.2.1 -all"',
    '_dmarc.a.example. TXT "v=DMARC1; p=reject; «adkim=s»"\ns1._domainkey.news.a.example. TXT "v=DKIM1; p="',
  ],
  good: [
    '_dmarc.a.example. TXT "v=DMARC1; p=reject; aspf=r"\nbounce.a.example. TXT "v=spf1 ip4:192.0.2.1 -all"',
    lines(
      '_dmarc.a.example. TXT "v=DMARC1; p=reject; aspf=s; adkim=s"',
      'a.example. TXT "v=spf1 include:_spf.a.example -all"',
      '_spf.a.example. TXT "v=spf1 ip4:192.0.2.1 -all"',
      's1._domainkey.a.example. TXT "v=DKIM1; p="',
    ),
    '_dmarc.a.example. TXT "v=DMARC1; p=reject; aspf=s"\nbounce.a.example. TXT "v=spf1 -all"',
  ],
  // What is known stands in the zones.
  // eslint-disable-next-line require-yield
  *check({ dmarc, spf, names }) {
    const found: RecordFinding[] = []
    const senders = spf
      .filter(
        ({ name, strings }) => !name.startsWith('_') && !/^v=spf1 +-all *$/i.test(strings.join('')),
      )
      .map((at) => ({ at, domain: at.name }))
    const signers = [...names].flatMap(([name, [at]]) => {
      const cut = name.indexOf('._domainkey.')
      return cut < 0 || !at ? [] : [{ at, domain: name.slice(cut + '._domainkey.'.length) }]
    })
    const senderBelow = firstDescendants(senders, ({ domain }) => domain)
    const signerBelow = firstDescendants(signers, ({ domain }) => domain)
    for (const one of dmarc) {
      if (one.record.aspf === 'strict') found.push(...breaks(one, 'aspf', 'SPF', senderBelow))
      if (one.record.adkim === 'strict') found.push(...breaks(one, 'adkim', 'DKIM', signerBelow))
    }
    return found
  },
})

type Sender = { readonly at: CrossRecordSubject['all'][number]; readonly domain: string }

function breaks(
  { at, record, domain }: PublishedDmarc,
  name: 'aspf' | 'adkim',
  what: string,
  firsts: ReadonlyMap<string, Sender>,
): RecordFinding[] {
  const tag = tagNamed(record, name)
  const below = firsts.get(domain)
  if (!tag || !below) return []
  return [
    {
      at,
      span: tag.span,
      message: `\`${name}=s\`: a pass of ${what} for \`${below.domain}\` does not count for mail that has \`${domain}\` in \`From\`.`,
      related: relatedTo(below.at, `${what} of the subdomain`),
      fixes: removeOnly(record, tag),
    },
  ]
}

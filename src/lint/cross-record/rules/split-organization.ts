import type { CrossRecordSubject } from '../subject.ts'
import { defineDnsDependentRule, relatedTo } from '../../dns-dependent-rule.ts'
import { firstByName, nearestAncestor } from '../../ancestor-names.ts'
import { removeOnly } from '../../tag-edits.ts'
import { tagNamed } from '../../../auth/tag-list.ts'

export const splitOrganization = defineDnsDependentRule<CrossRecordSubject>({
  code: 'dmarc/split-organization',
  severity: 'info',
  source: { rfc: 9989, section: '4.10.2' },
  why: '`psd=n` makes a subdomain an organization of its own. What SPF or DKIM reports about it no longer counts for the domain above, nor the other way round.',
  bad: [
    '_dmarc.a.example. TXT "v=DMARC1; p=reject"\n_dmarc.news.a.example. TXT "v=DMARC1; p=reject; «psd=n»"\nnews.a.example. TXT "v=spf1 ip4:192.0.2.1 -all"',
  ],
  good: [
    '_dmarc.a.example. TXT "v=DMARC1; p=reject; psd=n"\na.example. TXT "v=spf1 ip4:192.0.2.1 -all"',
    '_dmarc.a.example. TXT "v=DMARC1; p=reject"\n_dmarc.news.a.example. TXT "v=DMARC1; p=reject"\nnews.a.example. TXT "v=spf1 ip4:192.0.2.1 -all"',
  ],
  // What is known stands in the zones.
  // eslint-disable-next-line require-yield
  *check({ dmarc }) {
    const organizations = firstByName(
      dmarc.filter(({ record }) => record.psd !== 'y'),
      ({ domain }) => domain,
    )
    return dmarc.flatMap(({ at, record, domain }) => {
      const tag = tagNamed(record, 'psd')
      const above = nearestAncestor(domain, organizations)
      if (record.psd !== 'n' || !tag || !above) return []
      return [
        {
          at,
          span: tag.span,
          message: `With \`psd=n\` a pass for \`${domain}\` does not align with \`${above.domain}\` any more.`,
          related: relatedTo(above.at, 'The organization above'),
          fixes: removeOnly(record, tag),
        },
      ]
    })
  },
})

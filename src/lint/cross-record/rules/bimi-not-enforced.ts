import type { CrossRecordSubject } from '../subject.ts'
import { joinedText } from '../../../core/dns.ts'
import { defineDnsDependentRule, type RecordFinding } from '../../dns-dependent-rule.ts'
import { enforcementOf } from '../../../auth/bimi/enforcement.ts'
import { BIMI_DRAFT } from '../../../auth/formats/bimi.ts'
import { parseBimi } from '../../../auth/bimi/record.ts'
import { tagNamed } from '../../../auth/tag-list.ts'

export const bimiNotEnforced = defineDnsDependentRule<CrossRecordSubject>({
  code: 'bimi/not-enforced',
  severity: 'warning',
  source: { draft: BIMI_DRAFT, section: '7.1' },
  why: 'A logo vouches for the sender, so BIMI wants DMARC in force at the domain and at its organization: `quarantine` for all mail or `reject`, and no `sp=none`.',
  bad: [
    'default._bimi.a.example. TXT "v=BIMI1; «l=https://a.example/logo.svg»"\n_dmarc.a.example. TXT "v=DMARC1; p=none"',
    'default._bimi.a.example. TXT "v=BIMI1; «l=https://a.example/logo.svg»"\n_dmarc.a.example. TXT "v=DMARC1; p=reject; sp=none"',
    'default._bimi.a.example. TXT "v=BIMI1; «l=https://a.example/logo.svg»"',
    'default._bimi.news.a.example. TXT "v=BIMI1; «l=https://a.example/logo.svg»"\n_dmarc.news.a.example. TXT "v=DMARC1; p=reject"\n_dmarc.a.example. TXT "v=DMARC1; p=none"',
  ],
  good: [
    'default._bimi.a.example. TXT "v=BIMI1; l=https://a.example/logo.svg"\n_dmarc.a.example. TXT "v=DMARC1; p=quarantine"',
    'default._bimi.a.example. TXT "v=BIMI1; l=; a="',
  ],
  *check({ bimi }) {
    const found: RecordFinding[] = []
    for (const { at, domain } of bimi) {
      const { status, trace, weak } = yield* enforcementOf(domain)
      const tag = tagNamed(parseBimi(joinedText(at)), 'l')
      if (!tag || status === 'enforced' || status === 'lost') continue
      const place = weak?.place
      found.push({
        at,
        span: tag.span,
        message: `No logo is shown: ${trace.text.replace(/^The/, 'the')}`,
        related: place ? [{ ...place, message: 'This does not enforce' }] : [],
      })
    }
    return found
  },
})

import { askDns } from '../../../core/effects.ts'
import { recordsOf } from '../../../core/dns.ts'
import { defineDnsDependentRule, relatedTo } from '../../dns-dependent-rule.ts'
import { canPass } from '../../spf/can-pass.ts'
import type { MxSubject } from '../subject.ts'

export const nullMxSenders = defineDnsDependentRule<MxSubject>({
  code: 'mx/null-mx-senders',
  severity: 'warning',
  source: { rfc: 7505, section: '4.2' },
  why: 'A domain with a null MX can get no answer and no bounce. Receivers may refuse mail that comes from such a domain.',
  bad: ['«a.example. MX 0 .»\na.example. TXT "v=spf1 ip4:192.0.2.1 -all"'],
  good: [
    'a.example. MX 0 .\na.example. TXT "v=spf1 -all"',
    'a.example. MX 10 mx.a.example.\nmx.a.example. A 192.0.2.1\na.example. TXT "v=spf1 mx -all"',
  ],
  *check({ domain, records }) {
    const isNull = records.every(({ exchange }) => exchange === '')
    if (!isNull) return []
    const texts = recordsOf(yield* askDns(domain, 'TXT'), 'TXT')
    const spf = texts.find(canPass)
    if (!spf) return []
    return [
      {
        at: records[0]!,
        message: `\`${domain}\` takes no mail (null MX), while its SPF record lets somebody send in its name. Where answers cannot go, mail may be refused.`,
        related: relatedTo(spf, 'This lets somebody send'),
      },
    ]
  },
})

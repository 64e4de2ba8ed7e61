import { askDns } from '../../../core/effects.ts'
import { joinedText } from '../../../core/dns.ts'
import type { CrossRecordSubject } from '../subject.ts'
import { defineDnsDependentRule, type RecordFinding } from '../../dns-dependent-rule.ts'
import { isStsText } from '../../../auth/mta-sts/record.ts'
import { isLost } from '../../../auth/question-step.ts'
import { allOf } from '../../record-index.ts'

export const policyHost = defineDnsDependentRule<CrossRecordSubject>({
  code: 'mta-sts/policy-host',
  severity: 'error',
  source: { rfc: 8461, section: '3.2' },
  why: 'The policy is fetched from `https://mta-sts.` and the domain. If that host has no address there is no policy, and mail goes as if the domain did not use MTA-STS.',
  bad: [
    '_mta-sts.a.example. TXT "«v=STSv1; id=1»"',
    '_mta-sts.a.example. TXT "«v=STSv1; id=1»"\nmta-sts.a.example. CNAME gone.b.example.',
  ],
  good: [
    '_mta-sts.a.example. TXT "v=STSv1; id=1"\nmta-sts.a.example. A 192.0.2.1',
    '_mta-sts.a.example. TXT "v=STSv1; id=1"\nmta-sts.a.example. CNAME web.b.example.\nweb.b.example. AAAA 2001:db8::1',
  ],
  *check({ all }) {
    const found: RecordFinding[] = []
    for (const at of allOf('TXT', all)) {
      if (!at.name.startsWith('_mta-sts.') || !isStsText(joinedText(at))) continue
      const host = `mta-sts.${at.name.slice('_mta-sts.'.length)}`
      const v4 = yield* askDns(host, 'A')
      const v6 = yield* askDns(host, 'AAAA')
      if ([v4, v6].some((answer) => isLost(answer) && !answer.aliases?.length)) continue
      if (v4.records.length || v6.records.length) continue
      found.push({
        at,
        span: { from: 0, to: joinedText(at).length },
        message: `The policy should come from \`${host}\`, and that name has no address.`,
      })
    }
    return found
  },
})

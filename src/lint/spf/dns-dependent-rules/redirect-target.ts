import { defineDnsDependentRule } from '../../dns-dependent-rule.ts'
import { findingAt, type SpfDnsSubject } from '../dns-dependent-subject.ts'
import { replace } from '../fixes.ts'
import { chainsOf, nameOf } from '../lookup-plan-walk.ts'

export const redirectTarget = defineDnsDependentRule<SpfDnsSubject>({
  code: 'spf/redirect-target',
  severity: 'error',
  source: { rfc: 7208, section: '6.1' },
  why: 'A redirect hands the decision to another domain’s record. If there is none, the result is permerror for every client that nothing matched.',
  bad: [
    'a.example. TXT "v=spf1 mx «redirect=b.example»"\na.example. MX 10 mx.a.example.\nmx.a.example. A 192.0.2.1\nmx.a.example. AAAA 2001:db8::1',
    'a.example. TXT "v=spf1 «redirect=b.example»"\nb.example. A 192.0.2.1',
  ],
  good: [
    'a.example. TXT "v=spf1 redirect=b.example"\nb.example. TXT "v=spf1 ip4:192.0.2.1 -all"',
    'a.example. TXT "v=spf1 redirect=b.example -all"',
  ],
  // The plan holds all the answers.
  // eslint-disable-next-line require-yield
  *check(subject) {
    return [...chainsOf(subject.plan)].flatMap((chain) => {
      const { term, target, next } = chain.at(-1)!
      if (term.name !== 'redirect' || next?.kind !== 'none') return []
      const missing = next.status === 'nxdomain' ? 'does not exist' : 'publishes no SPF record'
      return [
        findingAt(chain, subject, {
          message: `${nameOf(chain)} leads nowhere (permerror): \`${target}\` ${missing}.`,
          fixes: chain.length === 1 ? [replace('Write `-all`', term.span, '-all')] : [],
        }),
      ]
    })
  },
})

import { defineDnsDependentRule } from '../../dns-dependent-rule.ts'
import type { SpfDnsSubject } from '../dns-dependent-subject.ts'
import { removeTerm } from '../fixes.ts'

export const aWithoutAddress = defineDnsDependentRule<SpfDnsSubject>({
  code: 'spf/a-without-address',
  severity: 'warning',
  source: { rfc: 7208, section: '5.3' },
  why: '`a` permits the addresses of a name. A name without an address permits no host, and the question is one of two that may find nothing.',
  bad: [
    'a.example. TXT "v=spf1 «a» ip4:192.0.2.1 -all"',
    'a.example. TXT "v=spf1 «a:old.a.example» ip4:192.0.2.1 -all"\na.example. A 192.0.2.1',
  ],
  good: [
    'a.example. TXT "v=spf1 a a:six.a.example -all"\na.example. A 192.0.2.1\nsix.a.example. AAAA 2001:db8::1',
  ],
  // The plan holds all the answers.
  // eslint-disable-next-line require-yield
  *check({ plan, published, record }) {
    return plan.terms
      .filter(({ term, hosts }) => term.name === 'a' && hosts && !hosts.addresses && !hosts.lost)
      .map(({ term, target }) => ({
        at: published,
        span: term.span,
        message: `\`${term.text}\` permits no host: \`${target}\` has no address.`,
        fixes: [removeTerm(record, term)],
      }))
  },
})

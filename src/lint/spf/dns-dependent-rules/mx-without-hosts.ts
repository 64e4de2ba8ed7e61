import { defineDnsDependentRule } from '../../dns-dependent-rule.ts'
import type { SpfDnsSubject } from '../dns-dependent-subject.ts'
import { removeTerm } from '../fixes.ts'
import type { Hosts } from '../lookup-plan.ts'

export const mxWithoutHosts = defineDnsDependentRule<SpfDnsSubject>({
  code: 'spf/mx-without-hosts',
  severity: 'warning',
  source: { rfc: 7208, section: '5.4' },
  why: '`mx` permits the addresses of a name’s MX hosts. Without MX records it permits no host: that a domain without them accepts mail at its own address does not count here.',
  bad: [
    'a.example. TXT "v=spf1 «mx» ip4:192.0.2.1 -all"\na.example. A 192.0.2.1',
    'a.example. TXT "v=spf1 «mx» ip4:192.0.2.1 -all"\na.example. MX 10 gone.a.example.',
    'a.example. TXT "v=spf1 «mx:b.example» ip4:192.0.2.1 -all"\nb.example. MX 0 .',
  ],
  good: [
    'a.example. TXT "v=spf1 mx -all"\na.example. MX 10 mx.a.example.\nmx.a.example. A 192.0.2.1',
  ],
  // The plan holds all the answers.
  // eslint-disable-next-line require-yield
  *check({ plan, published, record }) {
    return plan.terms.flatMap(({ term, target, hosts }) =>
      term.name === 'mx' && hosts && !hosts.addresses && !hosts.lost
        ? [
            {
              at: published,
              span: term.span,
              message: `\`${term.text}\` permits no host: \`${target}\` ${whyNobody(hosts)}.`,
              fixes: [removeTerm(record, term)],
            },
          ]
        : [],
    )
  },
})

function whyNobody({ names }: Hosts): string {
  const named = names.filter((name) => name !== '')
  if (!names.length) return 'has no MX record'
  if (!named.length) return 'has a null MX, which names no host'
  return `has mail hosts without an address: ${named.map((name) => `\`${name}\``).join(', ')}`
}

import { defineRule } from '../../../core/rule.ts'
import { cover } from '../../../core/span.ts'
import { mechanismsOf } from '../../../auth/spf/record.ts'
import type { SpfSubject } from '../subject.ts'

/** Shorter lengths are more than one sender owns: 16 bits of IPv4, 19 of IPv6. */
const SHORTEST = { ip4: 16, ip6: 19 } as const

export const wideNetwork = defineRule<SpfSubject>({
  code: 'spf/wide-network',
  severity: 'warning',
  source: { rfc: 7208, section: '5.6' },
  why: 'Every address in a network passes. In a very wide one most belong to others, who may then send in your name.',
  bad: [
    'v=spf1 ip4:«0.0.0.0/0» -all',
    'v=spf1 ip4:«198.0.0.0/8» -all',
    'v=spf1 ip6:«2000::/3» -all',
  ],
  good: ['v=spf1 ip4:198.51.0.0/16 ip6:2001:db8::/32 -ip4:0.0.0.0/0 -all'],
  *check(record) {
    for (const { name, network, cidr4, cidr6, qualifier } of mechanismsOf(record)) {
      const prefix = cidr4 ?? cidr6
      if (!network || prefix?.bits === undefined || qualifier !== '+') continue
      if (name !== 'ip4' && name !== 'ip6') continue
      if (prefix.bits < SHORTEST[name])
        yield {
          span: cover(network.span, prefix.span),
          message: `${share(prefix.bits)} IPv${name[2]!} addresses may send here. Name the networks you send from.`,
        }
    }
  },
})

const share = (bits: number): string => (bits === 0 ? 'All' : `One in ${2 ** bits} of all`)

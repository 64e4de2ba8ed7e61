import { inNetwork, parseIpv4 } from '../../../core/ip.ts'
import { defineRule } from '../../../core/rule.ts'
import { removeTerm } from '../fixes.ts'
import { mechanismsOf } from '../../../auth/spf/record.ts'
import type { SpfSubject } from '../subject.ts'

const PRIVATE = [
  { network: parseIpv4('10.0.0.0')!, bits: 8 },
  { network: parseIpv4('172.16.0.0')!, bits: 12 },
  { network: parseIpv4('192.168.0.0')!, bits: 16 },
]

export const privateNetwork = defineRule<SpfSubject>({
  code: 'spf/private-network',
  severity: 'info',
  source: { rfc: 1918, section: '3' },
  why: 'Private addresses are used again in every house. Receivers on the Internet never see them; they see the address your gateway has.',
  bad: ['v=spf1 ip4:«10.0.0.0»/8 -all', 'v=spf1 ip4:«192.168.1.25» mx -all'],
  good: ['v=spf1 ip4:192.0.2.25 -all'],
  *check(record) {
    for (const term of mechanismsOf(record)) {
      const { network } = term
      const octets = network?.octets
      if (octets && PRIVATE.some((block) => inNetwork(octets, block.network, block.bits)))
        yield {
          span: network.span,
          message: `\`${network.text}\` is a private address: no receiver outside will ever see it.`,
          fixes: [removeTerm(record, term)],
        }
    }
  },
})

import { cover } from '../../../core/span.ts'
import { formatIp } from '../../../core/ip.ts'
import { defineRule } from '../../../core/rule.ts'
import { replace } from '../fixes.ts'
import { mechanismsOf } from '../../../auth/spf/record.ts'
import type { SpfSubject } from '../subject.ts'

export const hostBits = defineRule<SpfSubject>({
  code: 'spf/host-bits',
  severity: 'warning',
  source: { rfc: 7208, section: '5.6' },
  why: 'Only the bits that the prefix length counts are compared. What stands behind them looks like one host, and is a whole network.',
  bad: ['v=spf1 ip4:«192.0.2.77/24» -all', 'v=spf1 ip6:«2001:db8::1/32» -all'],
  good: ['v=spf1 ip4:192.0.2.0/24 ip4:192.0.2.77 ip6:2001:db8::/32 -all'],
  *check(record) {
    for (const { network, cidr4, cidr6 } of mechanismsOf(record)) {
      const prefix = cidr4 ?? cidr6
      if (!network?.octets || prefix?.bits === undefined) continue
      const masked = mask(network.octets, prefix.bits)
      if (masked.every((octet, at) => octet === network.octets![at])) continue
      const text = `${formatIp(masked)}/${prefix.bits}`
      const at = cover(network.span, prefix.span)
      yield {
        span: at,
        message: `\`${network.text}/${prefix.bits}\` is the whole network \`${text}\`, not one host of it.`,
        fixes: [replace(`Write \`${text}\``, at, text)],
      }
    }
  },
})

const mask = (octets: Uint8Array, bits: number): Uint8Array =>
  octets.map((octet, at) => octet & (0xff00 >> Math.min(8, Math.max(0, bits - at * 8))))

import { formatIp, parseIpv4, parseIpv6 } from '../../core/ip.ts'
import { defineRecordType } from '../record-type.ts'
import { replace } from '../zone/problem.ts'
import { badAddress6 } from '../zone/problems/data.ts'

/** An IPv6 address of a host. */
export const aaaa = defineRecordType({
  type: 'AAAA',
  number: 28,
  source: { rfc: 3596, section: '2.1' },
  syntax: 'AAAA <IPv6 address>',
  meaning: 'The IPv6 address of a name. A name may have several.',
  fields: [{ kind: 'address' }],
  parse(fields) {
    const word = fields.take('address')
    if (!word) return undefined
    const octets = word.quoted ? undefined : parseIpv6(word.raw)
    if (octets) return { type: 'AAAA' as const, address: formatIp(octets) }
    if (parseIpv4(word.raw))
      fields.report(
        badAddress6,
        word.span,
        `\`${word.raw}\` is an IPv4 address; those stand in A records.`,
        { fixes: [replace('Make it an A record', fields.type().span, 'A')] },
      )
    else
      fields.report(
        badAddress6,
        word.span,
        `\`${word.raw}\` is no IPv6 address. Write groups of hexadecimal digits: \`2001:db8::1\`.`,
      )
    return undefined
  },
  print: ({ address }) => [address],
  fromWire(wire) {
    const octets = wire.take(16)
    return octets && { type: 'AAAA' as const, address: formatIp(octets) }
  },
})

import { formatIp, isIpv4, parseIpv4, parseIpv6 } from '../../core/ip.ts'
import type { Fix } from '../../core/diagnostic.ts'
import type { FieldReader } from '../fields/reader.ts'
import { defineRecordType } from '../record-type.ts'
import { replace } from '../zone/problem.ts'
import { badAddress } from '../zone/problems/data.ts'
import type { Word } from '../zone/tokens.ts'

/** An IPv4 address of a host. */
export const a = defineRecordType({
  type: 'A',
  number: 1,
  source: { rfc: 1035, section: '3.4.1' },
  syntax: 'A <IPv4 address>',
  meaning: 'The IPv4 address of a name. A name may have several.',
  fields: [{ kind: 'address' }],
  parse(fields) {
    const word = fields.take('address')
    if (!word) return undefined
    if (!word.quoted && isIpv4(word.raw)) return { type: 'A' as const, address: word.raw }
    const { message, fixes } = explain(word, fields)
    fields.report(badAddress, word.span, message, { fixes })
    return undefined
  },
  print: ({ address }) => [address],
  fromWire(wire) {
    const octets = wire.take(4)
    return octets && { type: 'A' as const, address: formatIp(octets) }
  },
})

interface Explained {
  readonly message: string
  readonly fixes: readonly Fix[]
}

function explain({ raw, span, quoted }: Word, fields: FieldReader): Explained {
  if (parseIpv6(raw))
    return {
      message: `\`${raw}\` is an IPv6 address; those stand in AAAA records.`,
      fixes: [replace('Make it an AAAA record', fields.type().span, 'AAAA')],
    }
  const bare = /^([\d.]+)[:/]\d+$/.exec(raw)?.[1]
  if (bare !== undefined && parseIpv4(bare))
    return {
      message: `An A record names one address, without a prefix length or a port.`,
      fixes: [replace(`Write \`${bare}\``, span, bare)],
    }
  if (/^\d+(\.\d+){3}$/.test(raw)) return explainQuad(raw, span)
  if (quoted && /[\s=]/.test(raw))
    return {
      message: 'A text stands in a TXT record; an A record holds an address.',
      fixes: [replace('Make it a TXT record', fields.type().span, 'TXT')],
    }
  const couldBeAlias = !quoted && !fields.isApex() && fields.peek() === undefined
  if (/[a-z]/i.test(raw) && !/:/.test(raw))
    return {
      message: `\`${raw}\` is a name, and an A record holds an address. A CNAME record points to a name.`,
      fixes: couldBeAlias ? [replace('Make it a CNAME record', fields.type().span, 'CNAME')] : [],
    }
  return {
    message: `\`${raw}\` is no IPv4 address. Write four numbers with dots: \`192.0.2.1\`.`,
    fixes: [],
  }
}

function explainQuad(raw: string, at: Word['span']): Explained {
  const plain = raw.split('.').map(Number)
  const tooBig = plain.find((part) => part > 255)
  if (tooBig !== undefined)
    return { message: `\`${tooBig}\` is over 255, the most that one octet can hold.`, fixes: [] }
  return {
    message: `A number with a zero in front can be read as octal, so \`${raw}\` means different addresses to different programs.`,
    fixes: [replace(`Write \`${plain.join('.')}\``, at, plain.join('.'))],
  }
}

import { parseIp, parseIpv4, parseIpv6 } from '../../../core/ip.ts'
import { span } from '../../../core/span.ts'
import { problem, type Problem } from '../problem.ts'
import type { Network, Prefix } from '../record.ts'
import { readPrefix } from './prefix.ts'

export type Family = 'ip4' | 'ip6'

export interface NetworkReading {
  readonly network: Network
  readonly prefix?: Prefix
  readonly problems: readonly Problem[]
}

/** Reads what stands behind `ip4:` or `ip6:`: an address, with one prefix length or none (§5.6). */
export function readNetwork(text: string, start: number, family: Family): NetworkReading {
  const slash = text.indexOf('/')
  const end = slash < 0 ? text.length : slash
  const address = readAddress(text.slice(0, end), start, family)
  if (slash < 0) return address
  const written = text.slice(slash)
  const cidr = /^\/[^/]*$/.test(written)
    ? readPrefix(written, start + slash, familyOf(address.network) ?? family)
    : twoPrefixes(written, start + slash, family)
  return {
    network: address.network,
    prefix: cidr.prefix,
    problems: [...address.problems, ...cidr.problems],
  }
}

function readAddress(text: string, start: number, family: Family): NetworkReading {
  const at = span(start, start + text.length)
  const octets = family === 'ip4' ? parseIpv4(text) : parseIpv6(text)
  if (octets) return { network: { span: at, text, octets }, problems: [] }
  return { network: { span: at, text }, problems: [addressProblem(text, start, family)] }
}

const familyOf = ({ text }: Network): Family | undefined => {
  const octets = parseIp(text)
  return octets && (octets.length === 4 ? 'ip4' : 'ip6')
}

function addressProblem(text: string, start: number, family: Family): Problem {
  const at = span(start, start + text.length)
  if (parseIp(text))
    return problem(
      'swapped-family',
      at,
      `\`${text}\` is an IPv${family === 'ip4' ? 6 : 4} address, and stands behind \`${family}:\``,
    )
  const port = /:\d+$/.exec(text)
  if (port && parseIpv4(text.slice(0, port.index)))
    return problem(
      'port',
      span(start + port.index, at.to),
      `SPF knows addresses, not ports: \`${port[0]}\` cannot stand here`,
    )
  return problem('bad-network', at, badNetwork(text, family))
}

function badNetwork(text: string, family: Family): string {
  if (family === 'ip6') return `\`${text}\` is not an IPv6 address`
  const parts = text.split('.')
  if (parts.every((part) => /^\d+$/.test(part))) {
    if (parts.length < 4) return `\`${text}\` has ${parts.length} of an IPv4 address's 4 numbers`
    if (parts.length > 4) return `\`${text}\` has ${parts.length} numbers; an IPv4 address has 4`
    const large = parts.find((part) => Number(part) > 255)
    if (large) return `\`${large}\` is more than 255, the largest number in an IPv4 address`
    return `\`${text}\` has a number with a leading zero`
  }
  return `\`${text}\` is not an IPv4 address`
}

function twoPrefixes(written: string, start: number, family: Family) {
  const at = span(start, start + written.length)
  return {
    prefix: { span: at },
    problems: [
      problem(
        'dual-prefix',
        at,
        `\`${family}\` takes one prefix length behind one slash, not \`${written}\``,
      ),
    ],
  }
}

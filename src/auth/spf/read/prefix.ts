import { span } from '../../../core/span.ts'
import { problem, type Problem } from '../problem.ts'
import type { Prefix } from '../record.ts'

/** Bits in an address: the longest prefix. */
export const BITS = { ip4: 32, ip6: 128 } as const

export interface PrefixReading {
  readonly prefix: Prefix
  readonly problems: readonly Problem[]
}

/**
 * Reads a prefix length: `/24`, or `//64` for the second of two (§5.6).
 * @param text With its slashes.
 */
export function readPrefix(text: string, start: number, family: 'ip4' | 'ip6'): PrefixReading {
  const at = span(start, start + text.length)
  const digits = text.replace(/^\/+/, '')
  const bits = /^(?:0|[1-9]\d{0,2})$/.test(digits) ? Number(digits) : undefined
  if (bits !== undefined && bits <= BITS[family])
    return { prefix: { span: at, bits }, problems: [] }
  return {
    prefix: { span: at },
    problems: [problem('prefix-length', at, prefixMessage(text, digits, family))],
  }
}

function prefixMessage(text: string, digits: string, family: 'ip4' | 'ip6'): string {
  const address = family === 'ip4' ? 'IPv4' : 'IPv6'
  if (digits === '') return `No length stands behind \`${text}\``
  if (!/^\d+$/.test(digits)) return `\`${digits}\` is not a number of bits`
  if (/^0\d/.test(digits)) return `A prefix length is written without leading zeros`
  return `An ${address} address has ${BITS[family]} bits, so \`${text}\` is too long`
}

export interface NamePrefixes {
  /** Where the name ends and the prefixes start, in the text. */
  readonly end: number
  readonly cidr4?: string
  readonly cidr6?: string
  /** Both with one slash each: `/24/64`, where `/24//64` is meant. */
  readonly oneSlash: boolean
}

/**
 * Cuts `/24`, `//64` or `/24//64` off the end of a mechanism's argument. A slash that no digits
 * and end follow belongs to the name (§7.1 allows it).
 */
export function cutPrefixes(text: string): NamePrefixes {
  const last = slashBefore(text, text.length)
  if (last < 0) return { end: text.length, oneSlash: false }
  const double = text[last - 1] === '/'
  const second = double ? last - 1 : last
  const first = slashBefore(text, second)
  if (double)
    return first < 0 || first === second - 1
      ? { end: second, cidr6: text.slice(second), oneSlash: false }
      : { end: first, cidr4: text.slice(first, second), cidr6: text.slice(second), oneSlash: false }
  return first < 0
    ? { end: last, cidr4: text.slice(last), oneSlash: false }
    : { end: first, cidr4: text.slice(first, last), cidr6: text.slice(last), oneSlash: true }
}

/** The slash before the digits that end at `end`; -1 if there is none. */
function slashBefore(text: string, end: number): number {
  let at = end
  while (at > 0 && text[at - 1]! >= '0' && text[at - 1]! <= '9') at--
  return text[at - 1] === '/' ? at - 1 : -1
}

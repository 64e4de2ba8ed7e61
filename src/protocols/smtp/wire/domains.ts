import { utf8 } from '../../../core/bytes.ts'
import { MAX_LABEL } from '../../../core/domain.ts'
import { askedName } from '../../../core/idna.ts'
import { parseIpv6 } from '../../../core/ip.ts'
import { span } from '../../../core/span.ts'
import { DOMAIN } from '../limits.ts'
import type { SyntaxProblem } from '../../shared/syntax-problem.ts'

export type DomainRead =
  | { readonly ok: true; readonly domain: string; readonly end: number }
  | { readonly ok: false; readonly problem: SyntaxProblem }

const fails = (from: number, to: number, message: string): DomainRead => ({
  ok: false,
  problem: { span: span(from, to), message },
})

/** Reads a domain or an address literal at `at` (RFC 5321 §4.1.2, §4.1.3). Never throws. */
export const readDomainOrLiteral = (text: string, at: number): DomainRead =>
  text[at] === '[' ? readLiteral(text, at) : readDomain(text, at)

/** Reads a domain: labels of letters, digits and hyphens; beyond ASCII as RFC 6531 §3.3 has it. */
export function readDomain(text: string, at: number): DomainRead {
  const end = endOf(text, at, /[^\s<>()[\]\\,;:@"]*/y)
  const domain = text.slice(at, end)
  if (domain === '') return fails(at, at + 1, 'A domain such as `example.net` is missing here')
  if (utf8(domain).length > DOMAIN) return fails(at, end, `A domain has at most ${DOMAIN} octets`)
  let from = at
  for (const label of domain.split('.')) {
    const message = labelProblem(label, from + label.length === end)
    if (message) return fails(from, Math.max(from + 1, from + label.length), message)
    from += label.length + 1
  }
  return { ok: true, domain, end }
}

function labelProblem(label: string, isLast: boolean): string | undefined {
  if (label === '')
    return isLast
      ? 'A domain in SMTP has no dot at its end'
      : 'A part of the domain is empty: two dots meet, or one stands first'
  if (label.includes('_')) return 'A host name has no underscore: only letters, digits and hyphens'
  if (!/^[a-z\d\u0080-\uffff-]+$/i.test(label))
    return 'A domain has only letters, digits, hyphens and dots'
  if (label.startsWith('-') || label.endsWith('-'))
    return 'A part of a domain neither begins nor ends with a hyphen'
  if (utf8(label).length > MAX_LABEL) return `A part of a domain has at most ${MAX_LABEL} octets`
  return undefined
}

function readLiteral(text: string, at: number): DomainRead {
  const close = text.indexOf(']', at)
  if (close < 0) return fails(at, text.length, 'The address literal is not closed with `]`')
  const inside = text.slice(at + 1, close)
  if (!isLiteral(inside))
    return fails(at, close + 1, 'Write an address literal as `[192.0.2.1]` or `[IPv6:2001:db8::1]`')
  return { ok: true, domain: text.slice(at, close + 1), end: close + 1 }
}

/** Of the tags that §4.1.3 leaves room for, IANA has registered `IPv6` alone. */
function isLiteral(inside: string): boolean {
  const ipv6 = /^ipv6:(.*)$/i.exec(inside)
  return ipv6 ? isIpv6(ipv6[1] ?? '') : isIpv4(inside)
}

/** Unlike in other IPv4 syntaxes, leading zeros are allowed: `Snum = 1*3DIGIT`. */
const isIpv4 = (text: string): boolean => {
  const parts = text.split('.')
  return parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256)
}

/** `::` stands for at least two groups here, so at most six others remain. */
function isIpv6(text: string): boolean {
  if (!parseIpv6(text)) return false
  if (!text.includes('::')) return true
  const groups = text.split(/:+/).filter((group) => group !== '')
  return groups.length + (text.includes('.') ? 1 : 0) <= 6
}

function endOf(text: string, at: number, pattern: RegExp): number {
  pattern.lastIndex = at
  return at + (pattern.exec(text)?.[0].length ?? 0)
}

/** What two domains must share to be the same: lower case, and A-labels for U-labels. */
export const domainKey = askedName

/** RFC 6409 §4.2: a domain that everybody knows, so one with a dot in it, or an address literal. */
export const isQualified = (domain: string): boolean =>
  domain.startsWith('[') || domain.includes('.')

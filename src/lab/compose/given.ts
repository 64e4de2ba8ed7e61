import { parseIpv6 } from '../../core/ip.ts'
import { composeLimits } from './limits.ts'
import { entriesOf } from './write-text.ts'

/** The domain of what somebody has at hand: an address of a page or of a mailbox, or the domain itself. */
export function domainGiven(typed: string): string {
  const [, address] = /@([^\s@<>]+)>?\s*$/.exec(typed) ?? []
  return address ?? hostGiven(typed.trim())
}

/** A host’s name without what the address of a page has around it. */
export function hostGiven(entry: string): string {
  const [, host] = /^[a-z][a-z0-9+.-]*:\/\/([^\s/?#:]*)/i.exec(entry) ?? []
  return host ?? entry
}

/** Names of mail hosts: alone, behind their preference, or in a whole line of a zone. */
export const mailHostsGiven = (text = ''): string[] =>
  text
    .slice(0, composeLimits.value)
    .split(/\r?\n/)
    .flatMap((line) => {
      const [, host] = /^(?:.*\sMX\s+)?\d{1,5}\s+([^\s,;]+)\s*(?:;.*)?$/i.exec(line.trim()) ?? []
      return host === undefined ? entriesOf(line).map(hostGiven) : [host]
    })
    .slice(0, composeLimits.entries)

/** Terms of SPF in a field for names or addresses. */
export interface GivenTerms {
  readonly terms: readonly string[]
  /** Mechanisms `all` that were pasted along: how the record ends is chosen elsewhere. */
  readonly ends: readonly string[]
}

const TERM = /^(?:(?:include|ip4|ip6|a|mx|exists|ptr):.|(?:a|mx|ptr)(?:\/|$)|redirect=|exp=)/i

/**
 * What a field comes to. Providers give whole terms, `include:spf.provider.example`, or a whole record: such a term
 * stays as it is, and any other entry gets the mechanism of the field.
 * @param write Makes a term of a bare entry.
 */
export function termsGiven(text: string | undefined, write: (entry: string) => string): GivenTerms {
  const [terms, ends]: [string[], string[]] = [[], []]
  for (const quoted of entriesOf(text)) {
    const entry = quoted.replace(/^["“]+|["”]+$/g, '').replace(/^\+(?=.)/, '')
    if (entry === '' || /^v=spf1$/i.test(entry)) continue
    if (/^[-~?]?all$/i.test(entry)) ends.push(entry)
    else if (TERM.test(entry) && !isIpv6(entry)) terms.push(entry)
    else terms.push(write(entry))
  }
  return { terms, ends }
}

/** `a::1` is an address and no term. */
const isIpv6 = (entry: string): boolean => parseIpv6(entry.replace(/\/.*$/, '')) !== undefined

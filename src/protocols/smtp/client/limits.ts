import { domainOf } from '../../../core/domain.ts'
import type { Offered } from './commands.ts'

/** The limits that a server announces; one that it does not name is `Infinity`. */
export interface Limits {
  /** Octets in a message (RFC 1870 §4). */
  readonly size: number
  /** MAIL commands in a session (RFC 9422 §4.1). */
  readonly transactions: number
  /** RCPT commands in a transaction (RFC 9422 §4.2). */
  readonly recipients: number
  /** Domains of recipients in a session (RFC 9422 §4.3). */
  readonly domains: number
}

/** Reads the limits in an answer to EHLO. What is no limit there is passed over. */
export function readLimits(extensions: Offered): Limits {
  const words = (extensions.get('LIMITS') ?? '').split(' ')
  const named = (name: string): number => {
    const found = words.find((word) => word.toUpperCase().startsWith(`${name}=`))
    const value = found?.slice(name.length + 1) ?? ''
    // RFC 9422 §4: one to six digits, not beginning with 0.
    return /^[1-9]\d{0,5}$/.test(value) ? Number(value) : Infinity
  }
  return {
    size: readSize(extensions.get('SIZE')),
    transactions: named('MAILMAX'),
    recipients: named('RCPTMAX'),
    domains: named('RCPTDOMAINMAX'),
  }
}

/** 0, and no value at all, mean no limit (RFC 1870 §3). */
function readSize(value: string | undefined): number {
  return /^\d{1,20}$/.test(value ?? '') && Number(value) > 0 ? Number(value) : Infinity
}

/** The first of them, up to as many as one transaction may have. */
export function firstFor(
  { recipients, domains }: Limits,
  waiting: readonly string[],
  asked: readonly string[],
): string[] {
  const known = new Set(asked.map(domainOf))
  const within = waiting.filter((recipient) => {
    const domain = domainOf(recipient)
    if (!known.has(domain) && known.size >= domains) return false
    known.add(domain)
    return true
  })
  return within.slice(0, recipients)
}

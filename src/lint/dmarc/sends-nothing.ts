import { joinedText, type DnsRecord } from '../../core/dns.ts'
import { once } from '../../core/once.ts'
import { firstDescendants } from '../ancestor-names.ts'
import { recordsAt } from '../record-index.ts'
import { isRevokedKey } from '../revoked-key.ts'
import { canPass } from '../spf/can-pass.ts'

/**
 * Whether a domain is parked as its records have it: a null MX or no MX at all, an SPF record by which
 * no one passes or a null MX alone, and below it no key and no name by which somebody passes.
 */
export function sendsNothing(domain: string, all: readonly DnsRecord[]): boolean {
  const records = recordsAt(domain, all)
  const mx = records.filter((one) => one.type === 'MX')
  const isNull = mx.length > 0 && mx.every(({ exchange }) => exchange === '')
  if (mx.length > 0 && !isNull) return false
  const deniesAll = records.some((one) => one.type === 'TXT' && DENIES_ALL.test(joinedText(one)))
  if (!isNull && !deniesAll) return false
  return !records.some(isSender) && !aboveSenders(all).has(domain)
}

const DENIES_ALL = /^v=spf1 (?:.* )?-all\b/i

const isSender = (one: DnsRecord): boolean =>
  isKey(one) || ((one.type === 'TXT' || one.type === 'SPF') && canPass(one))

/** A selector that is not revoked, or that is kept elsewhere. */
function isKey(one: DnsRecord): boolean {
  if (!one.name.includes('._domainkey.')) return false
  if (one.type === 'CNAME') return true
  return one.type === 'TXT' && !isRevokedKey(joinedText(one))
}

const aboveSenders = once((all: readonly DnsRecord[]) =>
  firstDescendants(all.filter(isSender), ({ name }) => name),
)

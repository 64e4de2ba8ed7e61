import { joinedText, type DnsRecord } from '../../core/dns.ts'
import { ancestorsOf, firstDescendants } from '../ancestor-names.ts'
import { isRevokedKey } from '../revoked-key.ts'

/**
 * Domains that may sign: with a key that is not revoked at them, above or below, or with keys that others keep.
 * One above or below belongs to the same organization, or may.
 */
export function keyedDomains(all: readonly DnsRecord[]): (domain: string) => boolean {
  const keyed = new Set(all.flatMap((one) => ownerOfKey(one) ?? []))
  const above = firstDescendants(keyed, (name) => name)
  return (domain) =>
    keyed.has(domain) || above.has(domain) || ancestorsOf(domain).some((name) => keyed.has(name))
}

/** A key, or a name that leads to where keys are kept: an alias, a delegation. */
function ownerOfKey(one: DnsRecord): string | undefined {
  const cut = `.${one.name}`.indexOf('._domainkey.')
  if (cut < 0) return undefined
  const isKey = one.type === 'TXT' ? !isRevokedKey(joinedText(one)) : LEADS_ON.has(one.type)
  return isKey ? one.name.slice(cut + '_domainkey.'.length) : undefined
}

const LEADS_ON: ReadonlySet<string> = new Set(['CNAME', 'DNAME', 'NS'])

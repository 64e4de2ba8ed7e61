import type { DnsRecord, RecordOf } from '../core/dns.ts'
import { MAX_NAME_OCTETS, wireLength } from './names.ts'

export interface Followed {
  /** Where the question goes on; `undefined` if the new name would be too long (RFC 6672 §2.2). */
  readonly name: string | undefined
  /** What the answer shows of it. */
  readonly records: readonly DnsRecord[]
}

/** Goes where an alias of `name` points. A DNAME is shown with the CNAME it makes (RFC 6672 §3.1). */
export function follow(alias: RecordOf<'CNAME'> | RecordOf<'DNAME'>, name: string): Followed {
  if (alias.type === 'CNAME') return { name: alias.target, records: [alias] }
  const kept = name.slice(0, name.length - alias.name.length - (alias.name === '' ? 0 : 1))
  const target = alias.target === '' ? kept : `${kept}.${alias.target}`
  if (wireLength(target) > MAX_NAME_OCTETS) return { name: undefined, records: [alias] }
  return {
    name: target,
    records: [alias, { name, ttl: alias.ttl, type: 'CNAME', target }],
  }
}

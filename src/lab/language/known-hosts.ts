import { joinedText, type DnsRecord } from '../../core/dns.ts'
import { isSpfText } from '../../auth/spf/record.ts'
import type { Zone } from '../../dns/zone/zone.ts'

/** A name with its addresses. */
export interface KnownHost {
  readonly name: string
  readonly addresses: readonly string[]
}

/** Every name that has an address, with what it has. */
export function hostsOf(zones: readonly Zone[]): KnownHost[] {
  const hosts = new Map<string, string[]>()
  for (const { records } of zones)
    for (const { record } of records) {
      const address = addressOf(record)
      if (address === undefined) continue
      const known = hosts.get(record.name)
      if (known) known.push(address)
      else hosts.set(record.name, [address])
    }
  return [...hosts].map(([name, addresses]) => ({ name, addresses }))
}

const addressOf = (record: DnsRecord): string | undefined =>
  record.type === 'A' || record.type === 'AAAA' ? record.address : undefined

/** Names with an SPF record of their own: what `include` may name. */
export const sendersOf = (zones: readonly Zone[]): string[] => [
  ...new Set(
    zones.flatMap(({ records }) =>
      records.flatMap(({ record }) => (isSpf(record) ? [record.name] : [])),
    ),
  ),
]

const isSpf = (record: DnsRecord): boolean => record.type === 'TXT' && isSpfText(joinedText(record))

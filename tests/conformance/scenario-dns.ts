import type { DnsAnswer, DnsRecord, RecordType, Resolver } from '../../src/core/dns.ts'
import { normalizeName } from '../../src/core/domain.ts'

/** `zonedata` of a scenario of the openspf suite: a name's entries, in its own short form. */
export type ZoneData = Readonly<Record<string, readonly Entry[]>>
type Entry = 'TIMEOUT' | Readonly<Record<string, unknown>>

const MAX_ALIASES = 10

/**
 * A resolver with the conventions of the suite: records of type SPF stand for TXT where a name lists
 * no TXT of its own, `NONE` lists none, and `TIMEOUT` is the answer for each type not listed.
 */
export function scenarioResolver(zones: ZoneData): Resolver {
  const names = new Map(Object.entries(zones).map(([name, list]) => [normalizeName(name), list]))
  const query = (asked: string, type: RecordType, aliases: readonly DnsRecord[]): DnsAnswer => {
    const entries = names.get(asked)
    if (!entries) return { status: 'nxdomain', records: [], aliases }
    const records = entries.flatMap((entry) => recordOf(asked, entry))
    const found = answering(entries, records).filter((record) => record.type === type)
    if (found.length) return { status: 'ok', records: found, aliases }
    const alias = records.find((record) => record.type === 'CNAME')
    if (alias && aliases.length >= MAX_ALIASES) return { status: 'servfail', records: [] }
    if (alias) return query(alias.target, type, [...aliases, alias])
    return { status: entries.includes('TIMEOUT') ? 'timeout' : 'nodata', records: [], aliases }
  }
  return { query: (name, type) => query(name, type, []) }
}

function answering(entries: readonly Entry[], records: readonly DnsRecord[]): DnsRecord[] {
  const listsTxt = entries.some((entry) => entry !== 'TIMEOUT' && 'TXT' in entry)
  if (listsTxt) return [...records]
  return records.map((record) => (record.type === 'SPF' ? { ...record, type: 'TXT' } : record))
}

function recordOf(name: string, entry: Entry): DnsRecord[] {
  if (entry === 'TIMEOUT') return []
  return Object.entries(entry).flatMap(([type, value]) => {
    if (value === 'NONE') return []
    return [{ name, ttl: 3600, ...dataOf(type, value) } as DnsRecord]
  })
}

function dataOf(type: string, value: unknown) {
  const values = Array.isArray(value) ? (value as unknown[]) : [value]
  switch (type) {
    case 'TXT':
    case 'SPF':
      return { type, strings: values.map(String) }
    case 'MX':
      return { type, preference: Number(values[0]), exchange: normalizeName(String(values[1])) }
    case 'A':
    case 'AAAA':
      return { type, address: String(value) }
    default:
      return { type, target: normalizeName(String(value)) }
  }
}

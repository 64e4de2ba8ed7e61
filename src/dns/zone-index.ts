import type { DnsRecord, RecordType } from '../core/dns.ts'
import { groupBy } from '../core/group-by.ts'
import { once } from '../core/once.ts'
import { parentName } from './names.ts'
import { printData } from './print-record.ts'
import type { Zone, ZoneRecord } from './zone/zone.ts'

/** A zone's records by name and by type, as a name server and the rules look for them. */
export interface ZoneIndex {
  readonly origin: string
  /** By owner, in the file's order. */
  readonly names: ReadonlyMap<string, readonly ZoneRecord[]>
  /** By type, in the file's order. */
  readonly types: ReadonlyMap<RecordType, readonly ZoneRecord[]>
  /** Names without records that exist because one below them does (RFC 4592 §2.2.2). */
  readonly empty: ReadonlySet<string>
  /** Names below the apex that are handed over to other name servers, each with its first NS record. */
  readonly cuts: ReadonlyMap<string, ZoneRecord>
  /** Names from which all names below are redirected, each with its first DNAME record. */
  readonly dnames: ReadonlyMap<string, ZoneRecord>
  /** Record sets that were asked for, so that each is made once. */
  readonly sets: Map<string, Map<RecordType, readonly DnsRecord[]>>
}

/** The zone's index: built once, and kept for as long as the zone object is. */
export const indexOf = once(({ origin, records }: Zone): ZoneIndex => {
  const names = groupBy(records, ({ record }) => record.name)
  const types = groupBy(records, ({ record }) => record.type)
  const cuts = firstByName(types.get('NS') ?? [])
  cuts.delete(origin)
  const dnames = firstByName(types.get('DNAME') ?? [])
  return { origin, names, types, empty: emptyNames(names, origin), cuts, dnames, sets: new Map() }
})

const firstByName = (records: readonly ZoneRecord[]): Map<string, ZoneRecord> =>
  new Map(records.toReversed().map((one) => [one.record.name, one]))

/** Whether there are records of the name or below it. An apex exists without any: the zone does. */
export const exists = ({ origin, names, empty }: ZoneIndex, name: string): boolean =>
  name === origin || names.has(name) || empty.has(name)

/** The records of one name and type; without any, an empty set. */
export function setOf(
  { names, sets }: ZoneIndex,
  name: string,
  type: RecordType,
): readonly DnsRecord[] {
  let ofName = sets.get(name)
  const kept = ofName?.get(type)
  if (kept) return kept
  const all = names.get(name)
  if (!all) return NONE
  const set = asSet(all.map(({ record }) => record).filter((record) => record.type === type))
  if (!ofName) sets.set(name, (ofName = new Map()))
  ofName.set(type, set)
  return set
}

const NONE: readonly DnsRecord[] = []

function emptyNames(names: ReadonlyMap<string, unknown>, origin: string): Set<string> {
  const empty = new Set<string>()
  for (const name of names.keys()) {
    if (name === origin) continue
    for (let above = parentName(name); above !== origin; above = parentName(above)) {
      if (above === '' || names.has(above) || empty.has(above)) break
      empty.add(above)
    }
  }
  return empty
}

/** A set has no record twice (RFC 2181 §5), and one TTL (§5.2): the lowest. */
function asSet(records: readonly DnsRecord[]): readonly DnsRecord[] {
  if (records.length < 2) return records
  const ttl = records.reduce((lowest, record) => Math.min(lowest, record.ttl), Infinity)
  const seen = new Map<string, DnsRecord>()
  for (const record of records) {
    const data = printData(record)
    if (!seen.has(data)) seen.set(data, record.ttl === ttl ? record : { ...record, ttl })
  }
  return [...seen.values()]
}

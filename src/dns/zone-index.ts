import type { DnsRecord, RecordType } from '../core/dns.ts'
import { parentName } from './names.ts'
import { printData } from './print.ts'
import type { Zone } from './zone/zone.ts'

/** A zone's records by name and type, as a name server holds them. */
export interface ZoneIndex {
  readonly zone: Zone
  readonly origin: string
  /** Every name that exists; one that only has names below it (RFC 4592 §2.2.2) has no sets. */
  readonly nodes: ReadonlyMap<string, Node>
}

/** The record sets of one name. */
export type Node = ReadonlyMap<RecordType, readonly DnsRecord[]>

const indexes = new WeakMap<Zone, ZoneIndex>()

/** The zone's index: built once, and kept for as long as the zone object is. */
export function indexOf(zone: Zone): ZoneIndex {
  const kept = indexes.get(zone)
  if (kept) return kept
  const index = { zone, origin: zone.origin, nodes: nodesOf(zone) }
  indexes.set(zone, index)
  return index
}

function nodesOf(zone: Zone): Map<string, Node> {
  const nodes = new Map<string, Map<RecordType, DnsRecord[]>>()
  for (const { record } of zone.records) {
    const node = nodes.get(record.name) ?? new Map<RecordType, DnsRecord[]>()
    nodes.set(record.name, node)
    const set = node.get(record.type)
    if (set) set.push(record)
    else node.set(record.type, [record])
  }
  for (const name of [...nodes.keys()]) addNamesAbove(name, zone.origin, nodes)
  for (const node of nodes.values())
    for (const [type, set] of node) if (set.length > 1) node.set(type, asSet(set))
  return nodes
}

/** Empty non-terminals: a name exists if a name below it does. */
function addNamesAbove(
  name: string,
  origin: string,
  nodes: Map<string, Map<RecordType, DnsRecord[]>>,
) {
  if (name === origin) return
  for (let above = parentName(name); !nodes.has(above); above = parentName(above)) {
    nodes.set(above, new Map())
    if (above === origin || above === '') return
  }
}

/** A set has no record twice (RFC 2181 §5), and one TTL (§5.2): the lowest. */
function asSet(records: readonly DnsRecord[]): DnsRecord[] {
  const ttl = records.reduce((lowest, record) => Math.min(lowest, record.ttl), Infinity)
  const seen = new Map<string, DnsRecord>()
  for (const record of records) {
    const data = printData(record)
    if (!seen.has(data)) seen.set(data, record.ttl === ttl ? record : { ...record, ttl })
  }
  return [...seen.values()]
}

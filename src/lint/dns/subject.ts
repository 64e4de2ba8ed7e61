import type { DnsRecord, RecordOf, RecordType, Resolver } from '../../core/dns.ts'
import { once } from '../../core/once.ts'
import type { Span } from '../../core/span.ts'
import { originAbove } from '../../dns/origins.ts'
import { createResolver } from '../../dns/resolver.ts'
import { printData } from '../../dns/print-record.ts'
import { indexOf, type ZoneIndex } from '../../dns/zone-index.ts'
import type { Zone, ZoneEntry, ZoneRecord } from '../../dns/zone/zone.ts'

/** What a zone rule looks at: one zone, and the zones that are known beside it. */
export interface ZoneSubject extends Pick<ZoneIndex, 'names' | 'types' | 'cuts' | 'dnames'> {
  readonly zone: Zone
  /** The names of all zones known, this one among them. */
  readonly origins: ReadonlySet<string>
  /** Answers from all of them. */
  readonly resolver: Resolver
  /** The entry that starts at a position. */
  entryAt(position: number): ZoneEntry | undefined
  /** The first entry behind a position that is more than a comment. */
  entryBehind(position: number): ZoneEntry | undefined
  /** The first record that inherits the owner which stands at a position. */
  heirAt(position: number): ZoneRecord | undefined
  /** The record behind this one, if it takes its TTL from the line above (RFC 1035 §5.1). */
  ttlHeirOf(one: ZoneRecord): ZoneRecord | undefined
  /** The first name that has an address, and is no alias. */
  hostAt(address: string): string | undefined
}

export function zoneSubject(zone: Zone, all: readonly Zone[]): ZoneSubject {
  const known = worldOf(all)
  const { origins, resolver } = known.zones.has(zone) ? known : worldOf(withZone(zone, all))
  const { names, types, cuts, dnames } = indexOf(zone)
  let heirs: ReadonlyMap<number, ZoneRecord> | undefined
  let ttlHeirs: ReadonlyMap<number, ZoneRecord> | undefined
  let hosts: ReadonlyMap<string, string> | undefined
  return {
    ...{ zone, names, types, cuts, dnames },
    ...{ origins, resolver },
    entryAt: (position) => entryAt(zone.entries, position),
    entryBehind: (position) => entryBehind(zone.entries, position),
    heirAt: (position) => (heirs ??= heirsOf(zone)).get(position),
    ttlHeirOf: ({ span: at }) => (ttlHeirs ??= ttlHeirsOf(zone)).get(at.from),
    hostAt: (address) => (hosts ??= hostsOf(zone)).get(address),
  }
}

/** What is the same for each zone of a list. */
const worldOf = once((all: readonly Zone[]) => ({
  zones: new Set(all),
  origins: new Set(all.map(({ origin }) => origin)),
  resolver: createResolver(all),
}))

const withZone = (zone: Zone, all: readonly Zone[]): readonly Zone[] => [
  zone,
  ...all.filter(({ origin }) => origin !== zone.origin),
]

function entryAt(entries: readonly ZoneEntry[], position: number): ZoneEntry | undefined {
  const entry = entries[indexFrom(entries, position)]
  return entry?.span.from === position ? entry : undefined
}

function entryBehind(entries: readonly ZoneEntry[], position: number): ZoneEntry | undefined {
  let at = indexFrom(entries, position)
  while (entries[at]?.kind === 'blank') at++
  return entries[at]
}

/** Entries stand in order, so half of what is left can be passed over each time. */
function indexFrom(entries: readonly ZoneEntry[], position: number): number {
  let low = 0
  let high = entries.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (entries[middle]!.span.from < position) low = middle + 1
    else high = middle
  }
  return low
}

const heirsOf = ({ records }: Zone): Map<number, ZoneRecord> =>
  new Map(
    records
      .filter(({ inherited }) => inherited)
      .toReversed()
      .map((heir) => [heir.owner.from, heir]),
  )

/** Where no `$TTL` is in force, a record without a TTL has that of the one before it. */
function ttlHeirsOf({ records, entries, text }: Zone): Map<number, ZoneRecord> {
  const directive = entries.find(
    ({ kind, span: at }) =>
      kind === 'directive' && /^\$TTL(?!\S)/i.test(text.slice(at.from, at.from + 5)),
  )
  const end = directive?.span.from ?? Infinity
  const heirs = new Map<number, ZoneRecord>()
  let before: ZoneRecord | undefined
  for (const one of records) {
    if (one.span.from > end) break
    if (before && before.span.from !== one.span.from && !one.ttl) heirs.set(before.span.from, one)
    before = one
  }
  return heirs
}

/** Names that are aliases as well are left out: another record should not point to one. */
function hostsOf({ records }: Zone): Map<string, string> {
  const aliases = new Set(
    records.flatMap(({ record }) => (record.type === 'CNAME' ? [record.name] : [])),
  )
  return new Map(
    records
      .toReversed()
      .flatMap(({ record }) =>
        'address' in record && !aliases.has(record.name)
          ? [[record.address, record.name] as const]
          : [],
      ),
  )
}

/** A zone's record of one type, with that type's fields. */
export type ZoneRecordOf<T extends RecordType> = ZoneRecord & { readonly record: RecordOf<T> }

export const isType = <T extends RecordType>(one: ZoneRecord, type: T): one is ZoneRecordOf<T> =>
  one.record.type === type

export const ofType = <T extends RecordType>(
  records: readonly ZoneRecord[],
  type: T,
): ZoneRecordOf<T>[] => records.filter((one): one is ZoneRecordOf<T> => isType(one, type))

/** All records of a type in the zone, in the file's order. */
export const allOf = <T extends RecordType>(
  { types }: Pick<ZoneSubject, 'types'>,
  type: T,
): readonly ZoneRecordOf<T>[] => (types.get(type) ?? []) as readonly ZoneRecordOf<T>[]

/** The types that there are among the records of a name. */
export const typesOf = once(
  (records: readonly ZoneRecord[]): ReadonlySet<RecordType> =>
    new Set(records.map(({ record }) => record.type)),
)

/** The names that have a record of the type, each with all its records. */
export const namesWith = (
  { names, types }: ZoneSubject,
  type: RecordType,
): [string, readonly ZoneRecord[]][] =>
  [...new Set(types.get(type)?.map(({ record }) => record.name))].map((name) => [
    name,
    names.get(name)!,
  ])

/** The records of the zone's own name. */
export const apexOf = ({ zone, names }: ZoneSubject): readonly ZoneRecord[] =>
  names.get(zone.origin) ?? []

/** Whether one of the known zones would hold the name; rules report nothing about others. */
export const isKnown = ({ origins }: ZoneSubject, name: string): boolean =>
  originAbove(name, origins) !== undefined

/** Where the name stands that a record points to; the whole record if it is written as octets. */
export const targetSpan = (one: ZoneRecord): Span =>
  one.fields.findLast((field) => field.name !== undefined)?.span ?? one.span

/** The addresses of a name, over any aliases. */
export const addressesOf = ({ resolver }: ZoneSubject, name: string): readonly DnsRecord[] => [
  ...resolver.query(name, 'A').records,
  ...resolver.query(name, 'AAAA').records,
]

/**
 * Whether the record is the SOA that closes a transfer: the first record once more, as the last one
 * (RFC 5936 §2.2). Programs print a transfer as it came.
 */
export function endsTransfer(one: ZoneRecord, { zone: { records, origin } }: ZoneSubject): boolean {
  const [first] = records
  if (!first || one === first || one !== records.at(-1)) return false
  if (first.record.type !== 'SOA' || one.record.name !== origin) return false
  return printData(first.record) === printData(one.record) && first.record.name === origin
}

/**
 * Whether a record of the type stands where the zone’s own was meant: it cannot be read, its owner
 * lacks the final dot, or it is where the SOA is that stands below. What is missing is reported there.
 */
export function isMeantForApex(type: 'SOA' | 'NS', subject: ZoneSubject): boolean {
  const { zone } = subject
  if (zone.isOtherZone) return true
  const starts = new Set(allOf(subject, 'SOA').flatMap(({ record }) => record.name))
  const isMeant = (name: string): boolean =>
    type === 'SOA' || name === zone.origin || isDoubled(name, zone) || starts.has(name)
  return (
    allOf(subject, type).some(({ record }) => isMeant(record.name)) ||
    zone.entries.some((entry) => !entry.sound && isBrokenOf(type, entry) && isMeant(entry.owner))
  )
}

const isBrokenOf = (type: 'SOA' | 'NS', { kind, words }: ZoneEntry): boolean =>
  kind === 'record' && words.slice(0, 4).some(({ raw }) => raw.toUpperCase() === type)

/** Whether a name has the zone’s own twice, as one without its final dot has. */
export const isDoubled = (name: string, { origin }: Pick<Zone, 'origin'>): boolean =>
  origin !== '' && name === `${origin}.${origin}`

import type { DnsRecord, RecordOf, RecordType, Resolver } from '../core/dns.ts'
import { isWithin } from '../core/domain.ts'
import type { Span } from '../core/span.ts'
import { groupBy } from './group-by.ts'
import { createResolver } from './resolver.ts'
import type { Zone, ZoneEntry, ZoneRecord } from './zone/zone.ts'

/** What a zone rule looks at: one zone, and the zones that are known beside it. */
export interface ZoneSubject {
  readonly zone: Zone
  /** Every zone known, this one among them. */
  readonly all: readonly Zone[]
  /** Answers from all of them. */
  readonly resolver: Resolver
  /** The zone's records by owner, in the file's order. */
  readonly names: ReadonlyMap<string, readonly ZoneRecord[]>
  /** The entry that starts at a position. */
  readonly entryAt: ReadonlyMap<number, ZoneEntry>
  /** The first record that inherits the owner which stands at a position. */
  readonly heirAt: ReadonlyMap<number, ZoneRecord>
}

export function zoneSubject(zone: Zone, all: readonly Zone[]): ZoneSubject {
  const zones = all.includes(zone) ? all : [zone, ...all.filter((z) => z.origin !== zone.origin)]
  return {
    zone,
    all: zones,
    resolver: createResolver(zones),
    names: groupBy(zone.records, ({ record }) => record.name),
    entryAt: new Map(zone.entries.map((entry) => [entry.span.from, entry])),
    heirAt: new Map(
      zone.records
        .filter(({ inherited }) => inherited)
        .toReversed()
        .map((heir) => [heir.owner.from, heir]),
    ),
  }
}

/** A zone's record of one type, with that type's fields. */
export type ZoneRecordOf<T extends RecordType> = ZoneRecord & { readonly record: RecordOf<T> }

export const isType = <T extends RecordType>(one: ZoneRecord, type: T): one is ZoneRecordOf<T> =>
  one.record.type === type

export const ofType = <T extends RecordType>(
  records: readonly ZoneRecord[],
  type: T,
): ZoneRecordOf<T>[] => records.filter((one): one is ZoneRecordOf<T> => isType(one, type))

/** The records of the zone's own name. */
export const apexOf = ({ zone, names }: ZoneSubject): readonly ZoneRecord[] =>
  names.get(zone.origin) ?? []

/** Whether one of the zones known would hold the name: of others nothing can be said. */
export const isKnown = ({ all }: ZoneSubject, name: string): boolean =>
  all.some(({ origin }) => isWithin(name, origin))

/** Where the name stands that a record points to; the whole record if it is written as octets. */
export const targetSpan = (one: ZoneRecord): Span =>
  one.fields.findLast((field) => field.name !== undefined)?.span ?? one.span

/** The addresses of a name, over any aliases. */
export const addressesOf = ({ resolver }: ZoneSubject, name: string): readonly DnsRecord[] => [
  ...resolver.query(name, 'A').records,
  ...resolver.query(name, 'AAAA').records,
]

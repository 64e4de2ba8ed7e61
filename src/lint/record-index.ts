import type { DnsRecord, RecordOf, RecordType } from '../core/dns.ts'
import { normalizeName, parentOf } from '../core/domain.ts'
import { groupBy } from '../core/group-by.ts'
import { once } from '../core/once.ts'

/*
 * What rules look up among all records. Each index is made when it is first asked for, and kept for
 * as long as the same list is given, so that judging every record of many stays linear.
 */

/** By name, in the order of their first records. */
export const recordsByName = once((all: readonly DnsRecord[]) =>
  groupBy(all, ({ name }) => normalizeName(name)),
)

const recordsByType = once((all: readonly DnsRecord[]) => groupBy(all, ({ type }) => type))

/** Names that have a record, and all names above them. */
const knownNames = once((all: readonly DnsRecord[]) => {
  const known = new Set<string>()
  for (const name of recordsByName(all).keys())
    for (let at = name; !known.has(at); at = parentOf(at)) known.add(at)
  return known
})

interface Files {
  /** From the start of each file to its end. */
  readonly records: ReadonlyMap<string, readonly DnsRecord[]>
  /** The place of each record among those of its file. */
  readonly order: ReadonlyMap<DnsRecord, number>
}

const files = once((all: readonly DnsRecord[]): Files => {
  const records = new Map<string, DnsRecord[]>()
  const order = new Map<DnsRecord, number>()
  for (const [file, unsorted] of groupBy(all, ({ place }) => place?.file)) {
    if (file === undefined) continue
    const sorted = unsorted.toSorted((a, b) => a.place!.span.from - b.place!.span.from)
    records.set(file, sorted)
    sorted.forEach((record, at) => order.set(record, at))
  }
  return { records, order }
})

/** Every record of a name, in order; how the name is written is all the same. */
export const recordsAt = (name: string, all: readonly DnsRecord[]): readonly DnsRecord[] =>
  recordsByName(all).get(normalizeName(name)) ?? NONE

const NONE: readonly DnsRecord[] = []

/** Every record of a type, in order. */
export const allOf = <T extends RecordType>(
  type: T,
  all: readonly DnsRecord[],
): readonly RecordOf<T>[] =>
  (recordsByType(all).get(type) ?? []).filter((one): one is RecordOf<T> => one.type === type)

/** Whether a record stands at the name or below it. */
export const isKnownName = (name: string, all: readonly DnsRecord[]): boolean =>
  knownNames(all).has(normalizeName(name))

/** The records of a file from its start to its end. */
export const recordsOfFile = (file: string, all: readonly DnsRecord[]): readonly DnsRecord[] =>
  files(all).records.get(file) ?? []

/** Where the record comes among those of its file; -1 where it is not one of them. */
export const orderInFile = (record: DnsRecord, all: readonly DnsRecord[]): number =>
  files(all).order.get(record) ?? -1

/**
 * The records of a name that pass a test. Each list is gone through once for each test, so a test is
 * a constant of its module.
 */
export function recordsLike<One extends DnsRecord>(
  name: string,
  all: readonly DnsRecord[],
  test: (record: DnsRecord) => record is One,
): readonly One[] {
  const passed = passedIn(recordsAt(name, all))
  const known = passed.get(test) ?? recordsAt(name, all).filter(test)
  passed.set(test, known)
  return known as readonly One[]
}

type Test = (record: DnsRecord) => boolean

const passedIn = once((_: readonly DnsRecord[]) => new Map<Test, readonly DnsRecord[]>())

import type { DnsRecord } from '../core/dns.ts'
import { normalizeName, parentOf } from '../core/domain.ts'
import { once } from '../core/once.ts'

/**
 * What rules look up among all records. Each list is gone through once, for as long as the same list
 * is given, so that judging every record of many stays linear.
 */
interface RecordIndex {
  readonly byName: ReadonlyMap<string, readonly DnsRecord[]>
  /** Names that have a record, and all names above them. */
  readonly known: ReadonlySet<string>
  /** By file, in its order. */
  readonly byFile: ReadonlyMap<string, readonly DnsRecord[]>
  /** The place of each record in `byFile`. */
  readonly order: ReadonlyMap<DnsRecord, number>
}

const indexOf = once((all: readonly DnsRecord[]): RecordIndex => {
  const byName = new Map<string, DnsRecord[]>()
  const known = new Set<string>()
  const byFile = new Map<string, DnsRecord[]>()
  for (const record of all) {
    const name = normalizeName(record.name)
    push(byName, name, record)
    for (let at = name; !known.has(at); at = parentOf(at)) known.add(at)
    if (record.place) push(byFile, record.place.file, record)
  }
  const order = new Map<DnsRecord, number>()
  for (const lines of byFile.values()) {
    lines.sort((a, b) => a.place!.span.from - b.place!.span.from)
    lines.forEach((record, at) => order.set(record, at))
  }
  return { byName, known, byFile, order }
})

function push(map: Map<string, DnsRecord[]>, key: string, record: DnsRecord): void {
  const list = map.get(key)
  if (list) list.push(record)
  else map.set(key, [record])
}

/** Every record of a name, in order; how the name is written is all the same. */
export const recordsAt = (name: string, all: readonly DnsRecord[]): readonly DnsRecord[] =>
  indexOf(all).byName.get(normalizeName(name)) ?? NONE

const NONE: readonly DnsRecord[] = []

/** Whether a record stands at the name or below it. */
export const isKnownName = (name: string, all: readonly DnsRecord[]): boolean =>
  indexOf(all).known.has(normalizeName(name))

/** The records of a file from its start to its end. */
export const recordsOfFile = (file: string, all: readonly DnsRecord[]): readonly DnsRecord[] =>
  indexOf(all).byFile.get(file) ?? []

/** Where the record comes among those of its file; -1 where it is not one of them. */
export const orderInFile = (record: DnsRecord, all: readonly DnsRecord[]): number =>
  indexOf(all).order.get(record) ?? -1

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

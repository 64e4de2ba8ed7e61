/**
 * What a host remembers from one session to the next: made once for each host, and handed to each
 * of its sessions. The one thing here that is no value: many sessions write to it.
 */
export interface HostMemory {
  /** When each triplet of greylisting was first seen, in milliseconds. */
  readonly triplets: Map<string, number>
  /** When each client did each limited thing, in milliseconds; by address and thing. */
  readonly visits: Map<string, readonly number[]>
  /** How often each fault that does not last has happened. */
  readonly struck: Map<string, number>
}

export const emptyMemory = (): HostMemory => ({
  triplets: new Map(),
  visits: new Map(),
  struck: new Map(),
})

export const copyMemory = ({ triplets, visits, struck }: HostMemory): HostMemory => ({
  triplets: new Map(triplets),
  visits: new Map(visits),
  struck: new Map(struck),
})

/** Entries a host remembers of each kind; the oldest go first. No RFC names a limit. */
const REMEMBERED = 100_000

/** Writes down `value`, and forgets the oldest where there are too many. */
export function remember<Value>(map: Map<string, Value>, key: string, value: Value): void {
  map.set(key, value)
  if (map.size <= REMEMBERED) return
  for (const oldest of map.keys()) {
    map.delete(oldest)
    return
  }
}

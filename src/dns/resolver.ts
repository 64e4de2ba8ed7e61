import type { DnsAnswer, DnsRecord, RecordType, Resolver } from '../core/dns.ts'
import { follow } from './alias.ts'
import { lookUp, type Found } from './look-up.ts'
import { canonicalName, parentName } from './names.ts'
import { indexOf, type ZoneIndex } from './zone-index.ts'
import type { Zone } from './zone/zone.ts'

/** Aliases followed for one question; BIND's own limit was 16 restarts for decades. */
export const MAX_ALIASES = 16

/**
 * Answers questions from zones, as a resolver does that reaches all their name servers.
 * - The zone with the longest origin answers; a name outside of every zone does not exist, but for
 *   the root, which has no records then.
 * - A zone cut to a zone that is not among them is `servfail`: no server answers there.
 * - Aliases are followed over all zones; a loop or too many of them is `servfail`.
 *
 * Zones are indexed once, for as long as the same object is given.
 */
export function createResolver(zones: readonly Zone[]): Resolver {
  // Of two zones with one origin the first is asked.
  const byOrigin = new Map(zones.toReversed().map((zone) => [zone.origin, zone]))
  const zoneOf = (name: string, type: RecordType): ZoneIndex | undefined => {
    // A DS record stands above the cut, in the parent (RFC 4035 §3.1.4.1).
    const start = type === 'DS' && name !== '' && hasZoneAbove(name) ? parentName(name) : name
    for (let at = start; ; at = parentName(at)) {
      const zone = byOrigin.get(at)
      if (zone) return indexOf(zone)
      if (at === '') return undefined
    }
  }
  const hasZoneAbove = (name: string): boolean => {
    for (let at = parentName(name); ; at = parentName(at)) {
      if (byOrigin.has(at)) return true
      if (at === '') return false
    }
  }
  return { query: (name, type) => resolve(canonicalName(name), type, zoneOf) }
}

type FindZone = (name: string, type: RecordType) => ZoneIndex | undefined

function resolve(name: string, type: RecordType, zoneOf: FindZone): DnsAnswer {
  const found = foundAt(name, type, zoneOf)
  // Most names are none of an alias.
  return found.kind === 'answer'
    ? { status: found.status, records: found.records }
    : followed(name, type, zoneOf)
}

function foundAt(name: string, type: RecordType, zoneOf: FindZone): Found {
  const zone = zoneOf(name, type)
  return zone ? lookUp(zone, name, type) : name === '' ? ROOT : NOWHERE
}

/** The same over aliases. */
function followed(name: string, type: RecordType, zoneOf: FindZone): DnsAnswer {
  const aliases: DnsRecord[] = []
  const seen = new Set<string>()
  for (let at = name; seen.size <= MAX_ALIASES;) {
    if (seen.has(at)) break
    seen.add(at)
    const found = foundAt(at, type, zoneOf)
    if (found.kind === 'answer') return answer(found.status, found.records, aliases)
    const next = follow(found.alias, at)
    aliases.push(...next.records)
    if (next.name === undefined) break
    at = next.name
  }
  return answer('servfail', [], aliases)
}

/** There is always a root, with no record here where no zone of it is given. */
const ROOT = { kind: 'answer', status: 'nodata', records: [] } as const

const NOWHERE = { kind: 'answer', status: 'nxdomain', records: [] } as const

const answer = (
  status: DnsAnswer['status'],
  records: readonly DnsRecord[],
  aliases: readonly DnsRecord[],
): DnsAnswer => (aliases.length ? { status, records, aliases } : { status, records })

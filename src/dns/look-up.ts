import type { DnsRecord, DnsStatus, RecordOf, RecordType } from '../core/dns.ts'
import { parentName } from './names.ts'
import { exists, setOf, type ZoneIndex } from './zone-index.ts'

/** What one zone answers: an answer, or an alias to follow. */
export type Found =
  | { readonly kind: 'answer'; readonly status: DnsStatus; readonly records: readonly DnsRecord[] }
  | { readonly kind: 'alias'; readonly alias: RecordOf<'CNAME'> | RecordOf<'DNAME'> }

/**
 * Looks a name up in the zone that holds it (RFC 1034 §4.3.2, step 3). What stands highest between
 * the apex and the name decides: a zone cut, a DNAME, or else the name itself or a wildcard.
 * @param name Canonical, the zone's origin or below it.
 */
export function lookUp(zone: ZoneIndex, name: string, type: RecordType): Found {
  let encloser: string | undefined
  let highest: Found | undefined
  for (let at = name; ; at = parentName(at)) {
    if (exists(zone, at)) {
      encloser ??= at
      highest = turnAt(zone, at, name, type) ?? highest
    }
    if (at === zone.origin) break
  }
  if (highest) return highest
  return encloser === name ? answerFrom(zone, name, type) : synthesize(zone, encloser!, name, type)
}

/** Where the way down to `name` leaves the zone, or is redirected. */
function turnAt(zone: ZoneIndex, at: string, name: string, type: RecordType): Found | undefined {
  if (zone.cuts.has(at) && !(type === 'DS' && at === name)) return LAME
  if (at === name || !zone.dnames.has(at)) return undefined
  const dname = setOf(zone, at, 'DNAME')[0]
  return dname?.type === 'DNAME' ? { kind: 'alias', alias: dname } : undefined
}

/**
 * The name does not exist, so the wildcard right below its closest encloser speaks for it, if there
 * is one (RFC 4592 §3.3). A wildcard further up does not: existing names are in between.
 */
function synthesize(zone: ZoneIndex, encloser: string, name: string, type: RecordType): Found {
  const wildcard = encloser === '' ? '*' : `*.${encloser}`
  if (!exists(zone, wildcard)) return { kind: 'answer', status: 'nxdomain', records: [] }
  const found = answerFrom(zone, wildcard, type)
  return found.kind === 'alias'
    ? { kind: 'alias', alias: { ...found.alias, name } }
    : { ...found, records: found.records.map((record) => ({ ...record, name })) }
}

function answerFrom(zone: ZoneIndex, name: string, type: RecordType): Found {
  const alias = type === 'CNAME' ? undefined : setOf(zone, name, 'CNAME')[0]
  if (alias?.type === 'CNAME') return { kind: 'alias', alias }
  const records = setOf(zone, name, type)
  return { kind: 'answer', status: records.length ? 'ok' : 'nodata', records }
}

/** The cut leads to a zone that no server here holds. */
const LAME: Found = { kind: 'answer', status: 'servfail', records: [] }

import type { DnsRecord, DnsStatus, RecordOf, RecordType } from '../core/dns.ts'
import { splitName } from './names.ts'
import type { Node, ZoneIndex } from './zone-index.ts'

/** What one zone says: an answer, or an alias to follow. */
export type Found =
  | { readonly kind: 'answer'; readonly status: DnsStatus; readonly records: readonly DnsRecord[] }
  | { readonly kind: 'alias'; readonly alias: RecordOf<'CNAME'> | RecordOf<'DNAME'> }

/**
 * Looks a name up in the zone that holds it (RFC 1034 §4.3.2, step 3): down from the apex, label by
 * label, until a zone cut, a DNAME, the name itself or the end of what exists.
 * @param name Canonical, the zone's origin or below it.
 */
export function lookUp(zone: ZoneIndex, name: string, type: RecordType): Found {
  let encloser = zone.origin
  for (const at of namesDownTo(name, zone.origin)) {
    const node = zone.nodes.get(at)
    // An apex without records exists all the same: the zone does.
    if (!node && at !== zone.origin) return synthesize(zone, encloser, name, type)
    if (at !== zone.origin && node?.has('NS') && !(type === 'DS' && at === name)) return LAME
    const dname = at === name ? undefined : node?.get('DNAME')?.[0]
    if (dname?.type === 'DNAME') return { kind: 'alias', alias: dname }
    encloser = at
  }
  return answerFrom(zone.nodes.get(name), type)
}

/** The origin, then each name below it on the way to `name`. */
function namesDownTo(name: string, origin: string): string[] {
  const labels = splitName(name)
  const own = labels.length - splitName(origin).length
  const names = [origin]
  for (let at = own - 1; at >= 0; at--) {
    const below = names.at(-1)!
    names.push(below === '' ? labels[at]! : `${labels[at]!}.${below}`)
  }
  return names
}

/**
 * The name does not exist, so the wildcard right below its closest encloser speaks for it, if there
 * is one (RFC 4592 §3.3). A wildcard further up does not: existing names are in between.
 */
function synthesize(zone: ZoneIndex, encloser: string, name: string, type: RecordType): Found {
  const wildcard = zone.nodes.get(encloser === '' ? '*' : `*.${encloser}`)
  if (!wildcard) return { kind: 'answer', status: 'nxdomain', records: [] }
  const found = answerFrom(wildcard, type)
  return found.kind === 'alias'
    ? { kind: 'alias', alias: { ...found.alias, name } }
    : { ...found, records: found.records.map((record) => ({ ...record, name })) }
}

function answerFrom(node: Node | undefined, type: RecordType): Found {
  const alias = node?.get('CNAME')?.[0]
  if (alias?.type === 'CNAME' && type !== 'CNAME') return { kind: 'alias', alias }
  const records = node?.get(type) ?? []
  return { kind: 'answer', status: records.length ? 'ok' : 'nodata', records }
}

/** The cut leads to a zone that nobody here holds. */
const LAME: Found = { kind: 'answer', status: 'servfail', records: [] }

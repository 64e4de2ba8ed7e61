import type { DnsAnswer, DnsRecord, Resolver } from '../../core/dns.ts'
import { normalizeName } from '../../core/domain.ts'
import type { Zone } from '../../dns/zone/zone.ts'
import type { Opened } from './opened.ts'

/** The DNS of what was pasted: zones, and records that have a name. Of all else nothing is known. */
export interface KnownDns extends Resolver {
  readonly zones: readonly Zone[]
}

const UNKNOWN: DnsAnswer = { status: 'timeout', records: [] }

/** Of which nothing is known. */
export const nothingKnown: Resolver = { query: () => UNKNOWN }

/** The records that were pasted without a zone, before the answers of zones. */
export function knownRecords(
  opened: readonly Opened[],
  zones: readonly Zone[],
  inZones: Resolver,
): KnownDns {
  const records = opened.flatMap((one) =>
    one.kind === 'record' && !one.isNameless ? [one.record] : [],
  )
  return {
    zones,
    query(asked, type) {
      const name = normalizeName(asked)
      const own: readonly DnsRecord[] = records.filter(
        (record) => record.type === type && normalizeName(record.name) === name,
      )
      if (own.length === 0) return inZones.query(name, type)
      const beside = inZones.query(name, type)
      return { status: 'ok', records: [...beside.records, ...own] }
    },
  }
}

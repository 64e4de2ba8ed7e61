import type { DnsRecord } from '../../core/dns.ts'
import type { Rule } from '../../core/rule.ts'
import type { DmarcRecord } from '../../auth/dmarc/parse.ts'

/** What a rule for DMARC records looks at. Findings count in `record.text`. */
export interface DmarcSubject {
  readonly record: DmarcRecord
  /** The record's name. */
  readonly owner: string
  /** The domain it speaks for: the owner without `_dmarc.`; the owner itself where that is missing. */
  readonly domain: string
  /** Whether it stands where records stand that accept reports (`_report._dmarc`, RFC 9990 §4). */
  readonly acceptsReports: boolean
  /** Every record that is known: of this zone, and of all others in the world. */
  readonly all: readonly DnsRecord[]
}

export type DmarcRule = Rule<DmarcSubject>

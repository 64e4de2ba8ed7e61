import type { DnsRecord } from '../../core/dns.ts'
import type { Rule } from '../../core/rule.ts'
import type { KeyRecord } from '../../auth/dkim/key.ts'

/** What a rule for key records looks at. Findings count in `record.text`. */
export interface KeySubject {
  readonly record: KeyRecord
  /** The record's name. */
  readonly owner: string
  /** Every record that is known: of this zone, and of all others in the world. */
  readonly all: readonly DnsRecord[]
}

export type KeyRule = Rule<KeySubject>

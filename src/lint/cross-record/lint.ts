import type { Effect } from '../../core/effects.ts'
import type { Diagnostic } from '../../core/diagnostic.ts'
import type { DnsRecord } from '../../core/dns.ts'
import { crossRecordRules, adviceRules } from './rules/index.ts'
import { crossRecordSubject } from './subject.ts'
import { runDnsDependentRules } from '../dns-dependent-rule.ts'

/**
 * Looks for faults that lie between records: SPF that nobody looks for, DMARC with nothing to go by,
 * a logo that is not earned.
 * @param all Every record of every zone known.
 */
export const lintCrossRecords = (all: readonly DnsRecord[]): Effect<Diagnostic[]> =>
  runDnsDependentRules(crossRecordRules, crossRecordSubject(all))

/**
 * Says what would be good to have: an SPF or DMARC record where there is none, a word from domains
 * that send no mail. All of it are hints.
 * @param all Every record of every zone known.
 */
export const adviseCrossRecords = (all: readonly DnsRecord[]): Effect<Diagnostic[]> =>
  runDnsDependentRules(adviceRules, crossRecordSubject(all))

import type { Effect } from '../../core/effects.ts'
import type { Diagnostic } from '../../core/diagnostic.ts'
import type { DnsRecord } from '../../core/dns.ts'
import { acrossRules, adviceRules } from './rules/index.ts'
import { acrossSubject } from './subject.ts'
import { runAskingRules } from '../asking-rule.ts'

/**
 * Looks for faults that lie between records: SPF that nobody looks for, DMARC with nothing to go by,
 * a logo that is not earned.
 * @param all Every record of every zone known.
 */
export const lintAcross = (all: readonly DnsRecord[]): Effect<Diagnostic[]> =>
  runAskingRules(acrossRules, acrossSubject(all))

/**
 * Says what would be good to have: an SPF or DMARC record where there is none, a word from domains
 * that send no mail. All of it are hints.
 * @param all Every record of every zone known.
 */
export const adviseAcross = (all: readonly DnsRecord[]): Effect<Diagnostic[]> =>
  runAskingRules(adviceRules, acrossSubject(all))

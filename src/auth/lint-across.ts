import type { Asking } from '../core/ask.ts'
import type { Diagnostic } from '../core/diagnostic.ts'
import type { DnsRecord } from '../core/dns.ts'
import { acrossRules } from './across-rules/index.ts'
import { acrossSubject } from './across-subject.ts'
import { runAskingRules } from './asking-rule.ts'

/**
 * Looks for faults that lie between records: SPF that nobody looks for, DMARC with nothing to go by,
 * a logo that is not earned, domains that send no mail and do not say so.
 * @param all Every record of every zone known.
 */
export const lintAcross = (all: readonly DnsRecord[]): Asking<Diagnostic[]> =>
  runAskingRules(acrossRules, acrossSubject(all))

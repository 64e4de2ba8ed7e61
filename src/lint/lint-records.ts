import type { Diagnostic } from '../core/diagnostic.ts'
import type { DnsRecord } from '../core/dns.ts'
import { lintRecordsWith } from './lint-records-with.ts'
import { zoneFamilies } from './zone-families.ts'

/**
 * Reports problems of the records that mail is judged by: SPF, DKIM keys, DMARC, TLS, BIMI.
 * @param only The files whose records are judged; all by default.
 */
export const lintRecords = (
  records: readonly DnsRecord[],
  only?: ReadonlySet<string>,
): Diagnostic[] => lintRecordsWith(zoneFamilies, records, only)

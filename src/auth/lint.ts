import type { Diagnostic } from '../core/diagnostic.ts'
import { joinedText, type DnsRecord, type TextData } from '../core/dns.ts'
import { labelsOf } from '../core/domain.ts'
import { lintDkim } from './dkim/lint.ts'
import { lintDmarc } from './dmarc/lint.ts'
import { lintSpf } from './spf/lint.ts'

/** What is amiss with the records that mail is judged by: SPF, DKIM keys, DMARC. */
export function lintRecords(records: readonly DnsRecord[]): Diagnostic[] {
  return records.flatMap((record) => (isText(record) ? lintText(record, records) : []))
}

const isText = (record: DnsRecord): record is DnsRecord & TextData =>
  record.type === 'TXT' || record.type === 'SPF'

/**
 * Each record has one family, so that one cause is told once: what it says it is, or else what its
 * name makes it.
 */
function lintText(record: DnsRecord & TextData, all: readonly DnsRecord[]): Diagnostic[] {
  if (record.type === 'SPF') return lintSpf(record, all)
  const labels = labelsOf(record.name)
  const said = /^\s*"?\s*v\s*=\s*(DKIM|DMARC)/i.exec(joinedText(record))?.[1]?.toUpperCase()
  if (said === 'DKIM') return lintDkim(record, all)
  if (said === 'DMARC' || labels.includes('_dmarc')) return lintDmarc(record, all)
  return labels.includes('_domainkey') ? lintDkim(record, all) : lintSpf(record, all)
}

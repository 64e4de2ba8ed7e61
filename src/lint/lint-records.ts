import type { Diagnostic } from '../core/diagnostic.ts'
import { joinedText, type DnsRecord, type TextData } from '../core/dns.ts'
import { textFamilyOf, type TextFamily } from '../auth/text-family.ts'
import { lintBimi } from './bimi/lint.ts'
import { lintDkim } from './dkim/lint.ts'
import { lintDmarc } from './dmarc/lint.ts'
import { lintStsRecord } from './mta-sts/lint.ts'
import { lintSpf } from './spf/lint.ts'
import { lintTlsRpt } from './tls-rpt/lint.ts'

/** The problems of the records that mail is judged by: SPF, DKIM keys, DMARC, TLS, BIMI. */
export function lintRecords(records: readonly DnsRecord[]): Diagnostic[] {
  const found: Diagnostic[] = []
  for (const record of records) if (isText(record)) found.push(...lintText(record, records))
  return found
}

const isText = (record: DnsRecord): record is DnsRecord & TextData =>
  record.type === 'TXT' || record.type === 'SPF'

type Lint = (record: DnsRecord & TextData, all: readonly DnsRecord[]) => Diagnostic[]

const BY_FAMILY: Readonly<Record<TextFamily, Lint>> = {
  dkim: lintDkim,
  dmarc: lintDmarc,
  'mta-sts': lintStsRecord,
  'tls-rpt': lintTlsRpt,
  bimi: lintBimi,
  spf: lintSpf,
}

function lintText(record: DnsRecord & TextData, all: readonly DnsRecord[]): Diagnostic[] {
  const family = record.type === 'SPF' ? 'spf' : textFamilyOf(record.name, joinedText(record))
  return family ? BY_FAMILY[family](record, all) : []
}

import type { Diagnostic } from '../core/diagnostic.ts'
import { joinedText, type DnsRecord, type TextData } from '../core/dns.ts'
import { labelsOf } from '../core/domain.ts'
import { lintBimi } from './bimi/lint.ts'
import { lintDkim } from './dkim/lint.ts'
import { lintDmarc } from './dmarc/lint.ts'
import { lintStsRecord } from './mta-sts/lint.ts'
import { lintSpf } from './spf/lint.ts'
import { lintTlsRpt } from './tls-rpt/lint.ts'

/** What is amiss with the records that mail is judged by: SPF, DKIM keys, DMARC, TLS, BIMI. */
export function lintRecords(records: readonly DnsRecord[]): Diagnostic[] {
  const found: Diagnostic[] = []
  for (const record of records) if (isText(record)) found.push(...lintText(record, records))
  return found
}

const isText = (record: DnsRecord): record is DnsRecord & TextData =>
  record.type === 'TXT' || record.type === 'SPF'

type Lint = (record: DnsRecord & TextData, all: readonly DnsRecord[]) => Diagnostic[]

/** By what a record says it is: the start of its version. */
const BY_VERSION: Readonly<Record<string, Lint>> = {
  DKIM: lintDkim,
  DMARC: lintDmarc,
  STSV: lintStsRecord,
  TLSRPT: lintTlsRpt,
  BIMI: lintBimi,
}

/** By a label of its name. */
const BY_LABEL: Readonly<Record<string, Lint>> = {
  _dmarc: lintDmarc,
  _domainkey: lintDkim,
  '_mta-sts': lintStsRecord,
  _tls: lintTlsRpt,
  _bimi: lintBimi,
}

/**
 * Each record has one family, so that one cause is told once: what it says it is, or else what its
 * name makes it.
 */
function lintText(record: DnsRecord & TextData, all: readonly DnsRecord[]): Diagnostic[] {
  if (record.type === 'SPF') return lintSpf(record, all)
  const said = /^\s*(?:"\s*)?v\s*=\s*(DKIM|DMARC|STSv|TLSRPT|BIMI)/i.exec(joinedText(record))?.[1]
  const label = labelsOf(record.name).find((one) => Object.hasOwn(BY_LABEL, one))
  const lint = BY_VERSION[said?.toUpperCase() ?? ''] ?? BY_LABEL[label ?? '']
  return (lint ?? lintSpf)(record, all)
}

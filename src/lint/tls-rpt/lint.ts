import type { Diagnostic } from '../../core/diagnostic.ts'
import { joinedText, type DnsRecord, type TextData } from '../../core/dns.ts'
import { runRules } from '../../core/rule.ts'
import { sourceOf } from '../record-source.ts'
import { parseTlsRpt, TLS_RPT_LABELS } from '../../auth/tls-rpt/record.ts'
import type { TlsRptSubject } from './subject.ts'
import { tlsRptRules } from './rules/index.ts'

/** At the name of TLS-RPT, a text that has none of its fields is none of its business. */
const TRIES = /tls-?rpt|(^|;)\s*rua\s*=/i

/** Whether the record is a TLS-RPT record, or tries to be one. */
export const looksLikeTlsRpt = (record: DnsRecord & TextData): boolean =>
  record.name.startsWith(`${TLS_RPT_LABELS}.`)
    ? TRIES.test(joinedText(record))
    : /^\s*(?:"\s*)?v\s*=\s*TLSRPT/i.test(joinedText(record))

export const tlsRptSubjectOf = (
  record: DnsRecord & TextData,
  all: readonly DnsRecord[],
): TlsRptSubject => ({ record: parseTlsRpt(joinedText(record)), owner: record.name, all })

/**
 * What is amiss with a TLS-RPT record. Empty for a record that is none.
 * @param all Every record that is known.
 */
export function lintTlsRpt(record: DnsRecord & TextData, all: readonly DnsRecord[]): Diagnostic[] {
  if (!looksLikeTlsRpt(record)) return []
  return runRules(tlsRptRules, tlsRptSubjectOf(record, all), sourceOf(record))
}

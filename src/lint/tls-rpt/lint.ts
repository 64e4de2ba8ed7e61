import type { Diagnostic } from '../../core/diagnostic.ts'
import { joinedText, type DnsRecord, type TextData } from '../../core/dns.ts'
import { runRules } from '../../core/rule.ts'
import { sourceOf } from '../record-source.ts'
import { tlsRptFormat } from '../../auth/formats/tls-rpt.ts'
import { attempts } from '../../auth/text-family.ts'
import { parseTlsRpt } from '../../auth/tls-rpt/record.ts'
import type { TlsRptSubject } from './subject.ts'
import { tlsRptRules } from './rules/index.ts'

export const tlsRptSubjectOf = (
  record: DnsRecord & TextData,
  all: readonly DnsRecord[],
): TlsRptSubject => ({ record: parseTlsRpt(joinedText(record)), owner: record.name, all })

/**
 * What is amiss with a TLS-RPT record. Empty for a record that is none.
 * @param all Every record that is known.
 */
export function lintTlsRpt(record: DnsRecord & TextData, all: readonly DnsRecord[]): Diagnostic[] {
  if (!attempts(tlsRptFormat, record.name, joinedText(record))) return []
  return runRules(tlsRptRules, tlsRptSubjectOf(record, all), sourceOf(record))
}

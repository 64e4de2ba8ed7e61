import type { Diagnostic } from '../../core/diagnostic.ts'
import { joinedText, type DnsRecord, type TextData } from '../../core/dns.ts'
import { labelsOf } from '../../core/domain.ts'
import { runRules } from '../../core/rule.ts'
import { sourceOf } from '../record-source.ts'
import { parseDmarc } from '../../auth/dmarc/parse.ts'
import type { DmarcSubject } from './subject.ts'
import { dmarcRules } from './rules/index.ts'

/** At a name of DMARC, a text that says nothing of DMARC or SPF is none of its business. */
const TRIES = /dmarc|(^|;)\s*(p|sp|rua|ruf)\s*=|^\s*"?v\s*=\s*spf1/i

/** Whether the record is a DMARC record, or tries to be one. */
export const looksLikeDmarc = (record: DnsRecord & TextData): boolean =>
  labelsOf(record.name).includes('_dmarc')
    ? TRIES.test(joinedText(record))
    : /^\s*(?:"\s*)?v\s*=\s*DMARC/i.test(joinedText(record))

export function subjectOf(record: DnsRecord & TextData, all: readonly DnsRecord[]): DmarcSubject {
  const labels = labelsOf(record.name)
  return {
    record: parseDmarc(joinedText(record)),
    owner: record.name,
    domain: labels.slice(labels.indexOf('_dmarc') + 1).join('.'),
    acceptsReports: labels.indexOf('_report') >= 0,
    all,
  }
}

/**
 * What is amiss with a DMARC record. Empty for a record that is none.
 * @param all Every record that is known: neighbours, parents, and where reports go.
 */
export function lintDmarc(record: DnsRecord & TextData, all: readonly DnsRecord[]): Diagnostic[] {
  if (!looksLikeDmarc(record)) return []
  return runRules(dmarcRules, subjectOf(record, all), sourceOf(record))
}

import type { Diagnostic } from '../../core/diagnostic.ts'
import { joinedText, type DnsRecord, type TextData } from '../../core/dns.ts'
import { labelsOf } from '../../core/domain.ts'
import { runRules } from '../../core/rule.ts'
import { sourceOf } from '../record-source.ts'
import { dmarcFormat } from '../../auth/formats/dmarc.ts'
import { attempts } from '../../auth/text-family.ts'
import { parseDmarc } from '../../auth/dmarc/parse.ts'
import type { DmarcSubject } from './subject.ts'
import { dmarcRules } from './rules/index.ts'

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
  if (!attempts(dmarcFormat, record.name, joinedText(record))) return []
  return runRules(dmarcRules, subjectOf(record, all), sourceOf(record))
}

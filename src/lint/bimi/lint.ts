import type { Diagnostic } from '../../core/diagnostic.ts'
import { joinedText, type DnsRecord, type TextData } from '../../core/dns.ts'
import { labelsOf } from '../../core/domain.ts'
import { runRules } from '../../core/rule.ts'
import { sourceOf } from '../record-source.ts'
import { parseBimi } from '../../auth/bimi/record.ts'
import type { BimiSubject } from './subject.ts'
import { bimiRules } from './rules/index.ts'

/** At a name of BIMI, a text that has none of its tags is none of its business. */
const TRIES = /bimi|(^|;)\s*[la]\s*=/i

/** Whether the record is a BIMI record, or tries to be one. */
export const looksLikeBimi = (record: DnsRecord & TextData): boolean =>
  labelsOf(record.name).includes('_bimi')
    ? TRIES.test(joinedText(record))
    : /^\s*(?:"\s*)?v\s*=\s*BIMI/i.test(joinedText(record))

export const bimiSubjectOf = (
  record: DnsRecord & TextData,
  all: readonly DnsRecord[],
): BimiSubject => ({ record: parseBimi(joinedText(record)), owner: record.name, all })

/**
 * What is amiss with a BIMI record. Empty for a record that is none.
 * @param all Every record that is known.
 */
export function lintBimi(record: DnsRecord & TextData, all: readonly DnsRecord[]): Diagnostic[] {
  if (!looksLikeBimi(record)) return []
  return runRules(bimiRules, bimiSubjectOf(record, all), sourceOf(record))
}

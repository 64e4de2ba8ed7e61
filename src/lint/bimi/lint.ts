import type { Diagnostic } from '../../core/diagnostic.ts'
import { joinedText, type DnsRecord, type TextData } from '../../core/dns.ts'
import { runRules } from '../../core/rule.ts'
import { sourceOf } from '../record-source.ts'
import { bimiFormat } from '../../auth/formats/bimi.ts'
import { attempts } from '../../auth/text-family.ts'
import { parseBimi } from '../../auth/bimi/record.ts'
import type { BimiSubject } from './subject.ts'
import { bimiRules } from './rules/index.ts'

export const bimiSubjectOf = (
  record: DnsRecord & TextData,
  all: readonly DnsRecord[],
): BimiSubject => ({ record: parseBimi(joinedText(record)), owner: record.name, all })

/**
 * What is amiss with a BIMI record. Empty for a record that is none.
 * @param all Every record that is known.
 */
export function lintBimi(record: DnsRecord & TextData, all: readonly DnsRecord[]): Diagnostic[] {
  if (!attempts(bimiFormat, record.name, joinedText(record))) return []
  return runRules(bimiRules, bimiSubjectOf(record, all), sourceOf(record))
}

import type { Diagnostic } from '../../core/diagnostic.ts'
import { joinedText, type DnsRecord, type TextData } from '../../core/dns.ts'
import { labelsOf } from '../../core/domain.ts'
import { runRules } from '../../core/rule.ts'
import { sourceOf } from '../record-source.ts'
import { parseKeyRecord } from '../../auth/dkim/key.ts'
import { keyRules } from './rules/index.ts'

/** Whether the record is a DKIM key, by its name or by what it says of itself. */
export const looksLikeKey = (record: DnsRecord & TextData): boolean =>
  labelsOf(record.name).indexOf('_domainkey') > 0 || /^\s*v\s*=\s*DKIM/i.test(joinedText(record))

/**
 * What is amiss with a DKIM key record. Empty for a record that is none.
 * @param all Every record that is known; for neighbours of the same name.
 */
export function lintDkim(record: DnsRecord & TextData, all: readonly DnsRecord[]): Diagnostic[] {
  if (!looksLikeKey(record)) return []
  const subject = { record: parseKeyRecord(joinedText(record)), owner: record.name, all }
  return runRules(keyRules, subject, sourceOf(record))
}

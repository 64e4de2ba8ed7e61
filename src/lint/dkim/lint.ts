import type { Diagnostic } from '../../core/diagnostic.ts'
import { joinedText, type DnsRecord, type TextData } from '../../core/dns.ts'
import { runRules } from '../../core/rule.ts'
import { sourceOf } from '../record-source.ts'
import { keyFormat } from '../../auth/formats/dkim-key.ts'
import { attempts } from '../../auth/text-family.ts'
import { parseKeyRecord } from '../../auth/dkim/key.ts'
import { keyRules } from './rules/index.ts'

/**
 * What is amiss with a DKIM key record. Empty for a record that is none.
 * @param all Every record that is known; for neighbours of the same name.
 */
export function lintDkim(record: DnsRecord & TextData, all: readonly DnsRecord[]): Diagnostic[] {
  if (!attempts(keyFormat, record.name, joinedText(record))) return []
  const subject = { record: parseKeyRecord(joinedText(record)), owner: record.name, all }
  return runRules(keyRules, subject, sourceOf(record))
}

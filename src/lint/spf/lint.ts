import type { Diagnostic } from '../../core/diagnostic.ts'
import { joinedText, type DnsRecord, type TextData } from '../../core/dns.ts'
import { runRules, type Rule } from '../../core/rule.ts'
import { isSenderId, isSpfLike } from '../../auth/spf/is-spf-like.ts'
import { treeOf } from '../../auth/spf/published.ts'
import { spfRules } from './rules/index.ts'
import { recordType } from './rules/record-type.ts'
import { senderId } from './rules/sender-id.ts'
import { sourceOf, type SpfSubject } from './subject.ts'

/**
 * Looks for faults in one SPF record. A record that is not meant for SPF has none.
 * @param all Every record known, for faults that lie between records.
 * @returns Diagnostics in the record's zone file; without a place, in its joined text, under its
 *   name.
 */
export function lintSpf(record: DnsRecord & TextData, all: readonly DnsRecord[]): Diagnostic[] {
  const text = joinedText(record)
  if (!isSpfLike(text)) return []
  const subject: SpfSubject = { ...treeOf(record), published: record, all }
  return runRules(rulesFor(record, text), subject, sourceOf(record))
}

/** What nobody reads as SPF needs no finer look. */
function rulesFor(record: DnsRecord, text: string): readonly Rule<SpfSubject>[] {
  if (record.type === 'SPF') return [recordType]
  return isSenderId(text) ? [senderId] : spfRules
}

import { joinedText, type DnsRecord } from '../../core/dns.ts'
import type { Rule } from '../../core/rule.ts'
import { isSenderId } from '../../auth/spf/is-spf-like.ts'
import { treeOf } from '../../auth/spf/published.ts'
import {
  defaults,
  inRunOrder,
  recordFamily,
  type RecordFamily,
  type TextRecord,
} from '../family.ts'
import { isMeantAsSpf } from './meant-as-spf.ts'
import * as rules from './rules/index.ts'
import type { SpfSubject } from './subject.ts'

/** SPF records, by their own text and that of records at the same name. @param more Beside the rules that all need. */
export function spfFamilyOf(more: Readonly<Record<string, Rule<SpfSubject>>> = {}): RecordFamily {
  const ordered = inRunOrder(rules, more)
  return recordFamily<SpfSubject>({
    prefixes: ['spf'],
    defaults: defaults('syntax'),
    rules: ordered,
    isIntended,
    // Of a text that no receiver reads as SPF, only that is reported.
    rulesFor(record) {
      if (record.type === 'SPF') return [rules.recordType]
      return isSenderId(joinedText(record)) ? [rules.senderId] : ordered
    },
    subject: (record, all) => ({ ...treeOf(record), published: record, all }),
  })
}

/** A record of the retired type is not read, whatever stands in it. */
const isIntended = (record: TextRecord): boolean =>
  record.type === 'SPF' || isMeantAsSpf(joinedText(record))

/** Whether one of the records is meant as SPF, and is none in some place. */
export const haveSyntaxProblems = (records: readonly DnsRecord[]): boolean =>
  records.some(
    (record) =>
      (record.type === 'TXT' || record.type === 'SPF') &&
      isIntended(record) &&
      treeOf(record).problems.length > 0,
  )

import { joinedText } from '../../core/dns.ts'
import { treeOf } from '../../auth/spf/published.ts'
import { defaults, inRunOrder, recordFamily } from '../family.ts'
import { isSenderId } from '../../auth/spf/is-spf-like.ts'
import { isMeantAsSpf } from './meant-as-spf.ts'
import * as rules from './rules/index.ts'
import type { SpfSubject } from './subject.ts'

const ordered = inRunOrder(rules)

/** SPF records, by their own text and that of records at the same name. */
export const spfFamily = recordFamily<SpfSubject>({
  prefixes: ['spf'],
  defaults: defaults('syntax'),
  rules: ordered,
  // A record of the retired type is not read, whatever stands in it.
  isIntended: (record) => record.type === 'SPF' || isMeantAsSpf(joinedText(record)),
  // Of a text that no receiver reads as SPF, only that is reported.
  rulesFor(record) {
    if (record.type === 'SPF') return [rules.recordType]
    return isSenderId(joinedText(record)) ? [rules.senderId] : ordered
  },
  subject: (record, all) => ({ ...treeOf(record), published: record, all }),
})

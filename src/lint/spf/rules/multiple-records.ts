import { defineRule } from '../../../core/rule.ts'
import { span } from '../../../core/span.ts'
import { MOST_SHOWN } from '../../tag-record.ts'
import { mergeRecords } from '../merge-records.ts'
import type { TextRecord } from '../../../auth/spf/published.ts'
import { isSpfText } from '../../../auth/spf/record.ts'
import { spfRecordsBeside, type SpfSubject } from '../subject.ts'

export const multipleRecords = defineRule<SpfSubject>({
  code: 'spf/multiple-records',
  severity: 'error',
  source: { rfc: 7208, section: '4.5' },
  why: 'Records do not add up: where a name has more than one, SPF reads none of them and reports permerror.',
  bad: ['«v=spf1 mx -all»\n«v=spf1 include:_spf.example.net -all»'],
  good: ['v=spf1 mx include:_spf.example.net -all', 'v=spf1 mx -all\nsite-verification=4711'],
  *check(subject) {
    const all = spfRecordsBeside(subject)
    if (all.length < 2 || !isSpfText(subject.text)) return
    const others = all.slice(0, MOST_SHOWN + 1).filter((record) => record !== subject.published)
    yield {
      span: span(0, subject.text.length),
      message: `\`${subject.published.name}\` has ${all.length} SPF records, so SPF reads none of them. Put all terms in one.`,
      related: others.flatMap(pointTo),
      // One record is made of all or of none.
      fixes: others.length === all.length - 1 ? mergeRecords(subject, others) : [],
    }
  },
})

const pointTo = (record: TextRecord) =>
  record.place ? [{ ...record.place, message: 'Another SPF record at the same name' }] : []

import { defineRule } from '../../../core/rule.ts'
import { relatedRecord, removeRecord } from '../edits.ts'
import { namesWith, ofType, targetSpan, type ZoneRecordOf, type ZoneSubject } from '../subject.ts'

export const duplicateMxHost = defineRule<ZoneSubject>({
  code: 'mx/duplicate-host',
  severity: 'warning',
  source: { rfc: 5321, section: '5.1' },
  why: 'Senders try hosts in the order of their preferences. One that has just failed gains nothing from being tried again at once.',
  bad: ['@ MX 10 mail\n MX 20 «mail.example.com.»\nmail A 192.0.2.25'],
  good: ['@ MX 10 mail\n MX 20 backup\nmail A 192.0.2.25\nbackup A 192.0.2.26'],
  *check(subject) {
    for (const [, records] of namesWith(subject, 'MX')) {
      const first = new Map<string, ZoneRecordOf<'MX'>>()
      for (const one of ofType(records, 'MX')) {
        const { exchange, preference } = one.record
        const before = first.get(exchange)
        if (!before) first.set(exchange, one)
        else if (before.record.preference !== preference)
          yield {
            span: targetSpan(one),
            message: `\`${exchange || '.'}\` is named already, with a preference of ${before.record.preference}.`,
            related: [relatedRecord(subject, before, 'Here it is named first.')],
            fixes: removeRecord('Remove this record', one, subject),
          }
      }
    }
  },
})

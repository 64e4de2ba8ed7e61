import { defineRule } from '../../../core/rule.ts'
import { rewrite } from '../edits.ts'
import { allOf, type ZoneSubject } from '../subject.ts'

export const nullMxPreference = defineRule<ZoneSubject>({
  code: 'mx/null-mx-preference',
  severity: 'warning',
  source: { rfc: 7505, section: '3' },
  why: 'The record that states “no mail here” is `MX 0 .`, with a preference of 0. Software that compares it whole does not know another.',
  bad: ['@ MX «10» .'],
  good: ['@ MX 0 .', '@ MX 10 mail\nmail A 192.0.2.25'],
  *check(subject) {
    for (const one of allOf(subject, 'MX')) {
      const [preference] = one.fields
      if (one.record.exchange !== '' || one.record.preference === 0 || one.fields.length !== 2)
        continue
      yield {
        span: preference!.span,
        message: `A null MX has a preference of 0, not ${one.record.preference}.`,
        fixes: rewrite('Write 0', one, preference!.span, '0'),
      }
    }
  },
})

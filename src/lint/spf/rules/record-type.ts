import { defineRule } from '../../../core/rule.ts'
import { span } from '../../../core/span.ts'
import { isSpfText } from '../../../auth/spf/record.ts'
import { hasOtherSpf, type SpfSubject } from '../subject.ts'

export const recordType = defineRule<SpfSubject>({
  code: 'spf/record-type',
  severity: 'warning',
  source: { rfc: 7208, section: '3.1' },
  why: 'SPF records are TXT records. The type SPF (99) was an experiment that ended; receivers do not ask for it.',
  bad: ['SPF: «v=spf1 mx -all»', 'v=spf1 mx -all\nSPF: «v=spf1 mx -all»', 'SPF: «v=DKIM1; p=»'],
  good: ['v=spf1 mx -all'],
  *check(subject) {
    if (subject.published.type !== 'SPF') return
    const hasTxt = isSpfText(subject.text) && hasOtherSpf(subject)
    yield {
      span: span(0, subject.text.length),
      message: hasTxt
        ? 'Receivers do not ask for the type SPF. The TXT record beside it is the one that counts.'
        : 'Receivers do not ask for the type SPF. Publish this record as TXT.',
      severity: hasTxt ? 'warning' : 'error',
    }
  },
})

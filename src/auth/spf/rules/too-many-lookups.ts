import { defineRule } from '../../../core/rule.ts'
import { MAX_LOOKUPS } from '../limits.ts'
import { countLookups } from '../count-lookups.ts'
import type { SpfSubject } from '../subject.ts'

export const tooManyLookups = defineRule<SpfSubject>({
  code: 'spf/too-many-lookups',
  severity: 'error',
  source: { rfc: 7208, section: '4.6.4' },
  why: 'include, a, mx, ptr, exists and redirect ask DNS, and a whole check may use ten of them, those inside includes too. The eleventh is a permerror.',
  bad: [
    'v=spf1 a mx a:a.example.org a:b.example.org a:c.example.org a:d.example.org a:e.example.org a:f.example.org a:g.example.org a:h.example.org «a:i.example.org» -all',
  ],
  good: [
    'v=spf1 a mx a:a.example.org a:b.example.org a:c.example.org a:d.example.org a:e.example.org a:f.example.org a:g.example.org a:h.example.org ip4:192.0.2.1 -all',
  ],
  *check(subject) {
    if (subject.problems.length) return
    const { total, over } = countLookups(subject, subject.published.name, subject.all)
    if (over)
      yield {
        span: over.span,
        message: `A client that nothing matches costs ${total} DNS lookups, and SPF allows ${MAX_LOOKUPS}: \`${over.text}\` goes over, so the result is permerror. Name hosts by address, or drop what no longer sends.`,
      }
  },
})

import { defineRule } from '../../../core/rule.ts'
import type { DmarcSubject } from '../subject.ts'

export const noReports = defineRule<DmarcSubject>({
  code: 'dmarc/no-reports',
  severity: 'warning',
  source: { rfc: 9989, section: '5.1.3' },
  why: 'Aggregate reports show which servers send as you and whether they pass. Without `rua=` receivers send none, and you learn of broken mail from those who miss it.',
  bad: ['v=DMARC1; «p=none»'],
  good: ['v=DMARC1; p=none; rua=mailto:d@example.com', 'v=DMARC1'],
  *check({ record }) {
    const policy = record.tags.find(({ name }) => name === 'p')
    const asks = /(^|[;\s])rua\s*=/i.test(record.text)
    if (record.isDmarc && policy && !asks)
      yield {
        span: policy.span,
        message: 'No `rua=` asks for reports, so no receiver reports how your mail fares.',
      }
  },
})

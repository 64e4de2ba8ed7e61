import { defineRule } from '../../../core/rule.ts'
import type { Tag } from '../../../auth/tag-list.ts'
import { sendsNothing } from '../sends-nothing.ts'
import type { DmarcSubject } from '../subject.ts'

export const noReports = defineRule<DmarcSubject>({
  code: 'dmarc/no-reports',
  severity: 'warning',
  source: { rfc: 9989, section: '5.1.3' },
  why: 'Aggregate reports show which servers send as you and whether they pass. Without `rua=` receivers send none, and you learn of broken mail from those who miss it.',
  bad: ['v=DMARC1; «p=none»'],
  good: [
    'v=DMARC1; p=none; rua=mailto:d@example.com',
    'v=DMARC1',
    'v=DMARC1; p=reject\nexample.com MX 0 .\nexample.com TXT v=spf1 -all',
    'v=DMARC1; p=reject\nexample.com TXT v=spf1 -all',
    'v=DMARC1; p=reject\nexample.com MX 0 .',
  ],
  *check({ record, domain, all }) {
    const policy = record.tags.find(({ name }) => name === 'p')
    const asks = /(^|[;\s])rua\s*=/i.test(record.text)
    // Of a domain that sends nothing there is nothing to report.
    if (record.isDmarc && policy && !asks && !(rejects(policy) && sendsNothing(domain, all)))
      yield {
        span: policy.span,
        message: 'No `rua=` asks for reports, so no receiver reports how your mail fares.',
      }
  },
})

const rejects = ({ value }: Tag): boolean => /^\s*reject\s*$/i.test(value)

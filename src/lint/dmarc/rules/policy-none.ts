import { defineRule } from '../../../core/rule.ts'
import { tagNamed } from '../../../auth/tag-list.ts'
import type { DmarcSubject } from '../subject.ts'

export const policyNone = defineRule<DmarcSubject>({
  code: 'dmarc/policy-none',
  severity: 'info',
  source: { rfc: 9989, section: '5.1.5' },
  why: '`p=none` is where one starts: receivers report, and deliver forged mail as before. Once the reports show that your own mail passes, go on to `quarantine` or `reject`.',
  bad: ['v=DMARC1; «p=none»; rua=mailto:d@example.com'],
  good: ['v=DMARC1; p=quarantine', 'v=DMARC1; p=reject'],
  *check({ record }) {
    const tag = tagNamed(record, 'p')
    if (record.isDmarc && tag && record.p === 'none')
      yield { span: tag.span, message: '`p=none` only watches: forged mail is still delivered.' }
  },
})

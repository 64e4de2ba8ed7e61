import { defineRule } from '../../../core/rule.ts'
import { removeTag } from '../../tag-edits.ts'
import type { TlsRptSubject } from '../rule-subject.ts'

export const duplicateTag = defineRule<TlsRptSubject>({
  code: 'tls-rpt/duplicate-tag',
  severity: 'warning',
  source: { rfc: 8460, section: '3' },
  why: 'The form of the record allows a second `rua`, and nothing says which one counts; senders differ. One `rua` can hold several addresses, parted by commas.',
  bad: ['v=TLSRPTv1; rua=mailto:a@example.com; «rua=mailto:b@example.com»'],
  good: ['v=TLSRPTv1; rua=mailto:a@example.com,mailto:b@example.com'],
  *check({ record }) {
    for (const { kind, span, message } of record.problems) {
      const tag = record.tags.find((one) => one.span.from === span.from)
      if (kind === 'duplicate') yield { span, message, fixes: tag ? [removeTag(record, tag)] : [] }
    }
  },
})

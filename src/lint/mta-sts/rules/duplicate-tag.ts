import { defineRule } from '../../../core/rule.ts'
import { removeTag } from '../../tag-edits.ts'
import type { StsSubject } from '../subject.ts'

export const duplicateTag = defineRule<StsSubject>({
  code: 'mta-sts/duplicate-tag',
  severity: 'warning',
  source: { rfc: 8461, section: '3.2' },
  why: 'A field counts where it stands first; senders pass over the second. What it should say goes unheard.',
  bad: ['v=STSv1; id=1; «id=2»'],
  good: ['v=STSv1; id=1'],
  *check({ record }) {
    for (const { kind, span, message } of record.problems) {
      const tag = record.tags.find((one) => one.span.from === span.from)
      if (kind === 'duplicate') yield { span, message, fixes: tag ? [removeTag(record, tag)] : [] }
    }
  },
})

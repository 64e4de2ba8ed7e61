import { defineRule } from '../../../core/rule.ts'
import { removeTag } from '../../tag-edits.ts'
import type { DmarcSubject } from '../subject.ts'

export const duplicateTag = defineRule<DmarcSubject>({
  code: 'dmarc/duplicate-tag',
  severity: 'error',
  source: { rfc: 6376, section: '3.2' },
  why: 'DMARC records are written as DKIM’s tag lists are, and there each tag may stand once. Readers differ in which of two they take.',
  bad: ['v=DMARC1; p=none; «p=reject»'],
  good: ['v=DMARC1; p=reject'],
  *check({ record }) {
    for (const { kind, span, message } of record.problems) {
      const tag = record.tags.find((one) => one.span.from === span.from)
      if (kind === 'duplicate') yield { span, message, fixes: tag ? [removeTag(record, tag)] : [] }
    }
  },
})

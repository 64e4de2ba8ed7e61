import { defineRule } from '../../../core/rule.ts'
import { removeTag } from '../../tag-edits.ts'
import type { BimiSubject } from '../subject.ts'

export const duplicateTag = defineRule<BimiSubject>({
  code: 'bimi/duplicate-tag',
  severity: 'error',
  source: { rfc: 6376, section: '3.2' },
  why: 'BIMI records are written as DKIM’s tag lists are, and there each tag may stand once. Two logos need two selectors.',
  bad: ['v=BIMI1; l=https://example.com/a.svg; «l=https://example.com/b.svg»'],
  good: ['v=BIMI1; l=https://example.com/a.svg'],
  *check({ record }) {
    for (const { kind, span, message } of record.problems) {
      const tag = record.tags.find((one) => one.span.from === span.from)
      if (kind === 'duplicate') yield { span, message, fixes: tag ? [removeTag(record, tag)] : [] }
    }
  },
})

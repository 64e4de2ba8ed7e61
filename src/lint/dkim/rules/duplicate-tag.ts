import { defineRule } from '../../../core/rule.ts'
import { removeTag } from '../../tag-edits.ts'
import type { KeySubject } from '../subject.ts'

export const duplicateTag = defineRule<KeySubject>({
  code: 'dkim/duplicate-tag',
  severity: 'error',
  source: { rfc: 6376, section: '3.2' },
  why: 'Each tag may stand once. With a second one nobody knows which counts, so the whole record is void.',
  bad: ['v=DKIM1; k=rsa; «k=rsa»; p='],
  good: ['v=DKIM1; k=rsa; p='],
  *check({ record }) {
    for (const { kind, span, message } of record.problems) {
      const tag = record.tags.find((one) => one.span.from === span.from)
      if (kind === 'duplicate') yield { span, message, fixes: tag ? [removeTag(record, tag)] : [] }
    }
  },
})

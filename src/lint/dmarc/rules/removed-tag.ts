import { defineRule } from '../../../core/rule.ts'
import { removeTag } from '../../tag-edits.ts'
import type { DmarcSubject } from '../subject.ts'

export const removedTag = defineRule<DmarcSubject>({
  code: 'dmarc/removed-tag',
  severity: 'info',
  source: { rfc: 9989, section: 'C.5.2' },
  why: '`rf=` and `ri=` asked for a format and an interval of reports. Hardly anybody followed them, and RFC 9989 took them out.',
  bad: ['v=DMARC1; p=none; «rf=afrf»', 'v=DMARC1; p=none; «ri=3600»'],
  good: ['v=DMARC1; p=none'],
  *check({ record }) {
    for (const tag of record.tags)
      if (tag.name === 'rf' || tag.name === 'ri')
        yield {
          span: tag.span,
          message: `\`${tag.name}=\` is gone from DMARC: it is ignored.`,
          fixes: [removeTag(record, tag)],
        }
  },
})

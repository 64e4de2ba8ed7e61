import { defineRule } from '../../../core/rule.ts'
import { removeTag } from '../../tag-edits.ts'
import { isKnownTag } from '../../../auth/dmarc/known-tags.ts'
import type { DmarcSubject } from '../subject.ts'

export const unknownTag = defineRule<DmarcSubject>({
  code: 'dmarc/unknown-tag',
  severity: 'info',
  source: { rfc: 9989, section: '4.7' },
  why: 'Tags that are not registered are ignored. Often one is a slip of the pen, and what it should say goes unheard.',
  bad: ['v=DMARC1; p=none; «policy»=reject'],
  good: ['v=DMARC1; p=none; pct=100'],
  *check({ record }) {
    for (const tag of record.tags)
      if (!isKnownTag(tag.name.toLowerCase()))
        yield {
          span: tag.nameSpan,
          message: `\`${tag.name}=\` is no tag of DMARC, so it is ignored.`,
          fixes: [removeTag(record, tag)],
        }
  },
})

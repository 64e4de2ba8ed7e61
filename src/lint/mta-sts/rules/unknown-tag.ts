import { defineRule } from '../../../core/rule.ts'
import { removeTag } from '../../tag-edits.ts'
import { STS_TAGS } from '../../../auth/mta-sts/record.ts'
import type { StsSubject } from '../subject.ts'

export const unknownTag = defineRule<StsSubject>({
  code: 'mta-sts/unknown-tag',
  severity: 'info',
  source: { rfc: 8461, section: '3.2' },
  why: 'The record knows `v` and `id`; other fields are ignored. What the policy asks for (`mode`, `mx`, `max_age`) stands in its file.',
  bad: ['v=STSv1; id=1; «mode»=enforce', 'v=STSv1; id=1; «max_age»=86400'],
  good: ['v=STSv1; id=1'],
  *check({ record }) {
    for (const tag of record.tags)
      if (!STS_TAGS.includes(tag.name.toLowerCase()))
        yield {
          span: tag.nameSpan,
          message: `\`${tag.name}=\` is no field of this record, so it is ignored.`,
          fixes: [removeTag(record, tag)],
        }
  },
})

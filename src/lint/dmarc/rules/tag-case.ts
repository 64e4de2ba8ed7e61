import { defineRule } from '../../../core/rule.ts'
import { fix } from '../../tag-edits.ts'
import { isKnownTag } from '../../../auth/dmarc/known-tags.ts'
import type { DmarcSubject } from '../subject.ts'

export const tagCase = defineRule<DmarcSubject>({
  code: 'dmarc/tag-case',
  severity: 'error',
  source: { rfc: 6376, section: '3.2' },
  why: 'Names of tags are read letter by letter, in lower case: `P=` is another tag than `p=`, one that nobody knows.',
  bad: ['v=DMARC1; «P»=reject', '«V»=DMARC1; p=none'],
  good: ['v=DMARC1; p=reject'],
  *check({ record: { tags } }) {
    for (const { name, nameSpan } of tags) {
      const lower = name.toLowerCase()
      if (name !== lower && isKnownTag(lower))
        yield {
          span: nameSpan,
          message: `\`${name}=\` is not \`${lower}=\`: write it in lower case.`,
          fixes: [fix(`Write \`${lower}\``, nameSpan, lower)],
        }
    }
  },
})

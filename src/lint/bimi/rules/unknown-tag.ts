import { defineRule } from '../../../core/rule.ts'
import { fix, removeTag } from '../../tag-edits.ts'
import { BIMI_DRAFT, BIMI_TAGS } from '../../../auth/bimi/record.ts'
import type { BimiSubject } from '../subject.ts'

export const unknownTag = defineRule<BimiSubject>({
  code: 'bimi/unknown-tag',
  severity: 'info',
  source: { draft: BIMI_DRAFT, section: '4.3' },
  why: 'Tags that are not registered are ignored, and names are read letter by letter, in lower case.',
  bad: [
    'v=BIMI1; l=https://example.com/logo.svg; «z»=1',
    'v=BIMI1; «L»=https://example.com/logo.svg',
  ],
  good: ['v=BIMI1; l=https://example.com/logo.svg; avp=brand; lps=false'],
  *check({ record }) {
    for (const tag of record.tags) {
      const lower = tag.name.toLowerCase()
      if (lower === 'v' || BIMI_TAGS.includes(tag.name)) continue
      yield {
        span: tag.nameSpan,
        message: `\`${tag.name}=\` is no tag of BIMI, so it is ignored.`,
        fixes: [
          BIMI_TAGS.includes(lower)
            ? fix(`Write \`${lower}\``, tag.nameSpan, lower)
            : removeTag(record, tag),
        ],
      }
    }
  },
})

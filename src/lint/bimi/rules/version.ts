import { defineRule } from '../../../core/rule.ts'
import { span } from '../../../core/span.ts'
import { fix, moveFirst } from '../../tag-edits.ts'
import { BIMI_DRAFT } from '../../../auth/bimi/record.ts'
import type { BimiSubject } from '../subject.ts'

export const version = defineRule<BimiSubject>({
  code: 'bimi/version',
  severity: 'error',
  source: { draft: BIMI_DRAFT, section: '4.3' },
  why: 'The record must start with `v=BIMI1`, to the letter. Receivers throw away what starts otherwise, and mend nothing.',
  bad: [
    '«v=bimi1»; l=https://example.com/logo.svg',
    '«v=BIMI2»; l=https://example.com/logo.svg',
    'l=https://example.com/logo.svg; «v=BIMI1»',
    'default._bimi.example.com TXT «l=https://example.com/logo.svg»',
  ],
  good: ['v=BIMI1; l=https://example.com/logo.svg', 'v = BIMI1; l=; a='],
  *check({ record }) {
    if (record.isBimi) return
    const { text, tags } = record
    const tag = tags.find(({ name }) => name.toLowerCase() === 'v')
    const first = tags[0]
    if (!tag)
      yield {
        span: first?.span ?? span(0, text.length),
        message: 'The record must start with `v=BIMI1`; without it receivers pass it over.',
        fixes: [fix('Begin with `v=BIMI1`', span(0, 0), 'v=BIMI1; ')],
      }
    else
      yield {
        span: tag.span,
        message:
          'The record must start with `v=BIMI1`, to the letter; receivers pass this one over.',
        fixes: [
          tag === first
            ? fix('Write `v=BIMI1`', span(0, tag.span.to), 'v=BIMI1')
            : moveFirst(record, tag, 'v=BIMI1'),
        ],
      }
  },
})

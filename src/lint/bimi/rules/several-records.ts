import { defineRule } from '../../../core/rule.ts'
import { span } from '../../../core/span.ts'
import { recordsLike } from '../../record-index.ts'
import { isTextThat, otherPlaces } from '../../tag-record.ts'
import { BIMI_DRAFT, parseBimi } from '../../../auth/bimi/record.ts'
import type { BimiSubject } from '../subject.ts'

const isOurs = isTextThat((text) => parseBimi(text).isBimi)

export const severalRecords = defineRule<BimiSubject>({
  code: 'bimi/several-records',
  severity: 'error',
  source: { draft: BIMI_DRAFT, section: '7.2' },
  why: 'If a name holds several BIMI records, receivers use none of them. Another logo stands at another selector.',
  bad: [
    'default._bimi.example.com TXT «v=BIMI1; l=https://example.com/a.svg»\ndefault._bimi.example.com TXT v=BIMI1; l=https://example.com/b.svg',
  ],
  good: [
    'default._bimi.example.com TXT v=BIMI1; l=https://example.com/a.svg\nspring._bimi.example.com TXT v=BIMI1; l=https://example.com/b.svg',
  ],
  *check({ record, owner, all }) {
    const same = recordsLike(owner, all, isOurs)
    if (!record.isBimi || same.length < 2) return
    yield {
      span: span(0, record.text.length),
      message: `\`${owner}\` holds ${same.length} BIMI records, so none of them counts.`,
      related: otherPlaces(same, record.text, 'Another BIMI record of the same name.'),
    }
  },
})

import { defineRule } from '../../../core/rule.ts'
import { tagNamed } from '../../../auth/tag-list.ts'
import { BIMI_DRAFT } from '../../../auth/formats/bimi.ts'
import type { BimiSubject } from '../subject.ts'

export const evidenceMissing = defineRule<BimiSubject>({
  code: 'bimi/evidence-missing',
  severity: 'info',
  source: { draft: BIMI_DRAFT, section: '4.3' },
  why: 'A mark certificate in `a` shows that the logo is yours. Receivers may ask for one, and the large ones do; without it few show the logo.',
  bad: [
    'v=BIMI1; «l=https://example.com/logo.svg»',
    'v=BIMI1; «l=https://example.com/logo.svg»; a=',
  ],
  good: [
    'v=BIMI1; l=https://example.com/logo.svg; a=https://example.com/mark.pem',
    'v=BIMI1; l=; a=',
  ],
  *check({ record }) {
    const tag = tagNamed(record, 'l')
    if (record.isBimi && tag?.value && !record.evidence)
      yield {
        span: tag.span,
        message: 'No `a=` shows that the logo is yours, so many receivers will not show it.',
      }
  },
})

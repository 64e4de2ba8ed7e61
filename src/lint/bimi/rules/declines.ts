import { defineRule } from '../../../core/rule.ts'
import { tagNamed } from '../../../auth/tag-list.ts'
import { BIMI_DRAFT } from '../../../auth/formats/bimi.ts'
import type { BimiSubject } from '../subject.ts'

export const declines = defineRule<BimiSubject>({
  code: 'bimi/declines',
  severity: 'info',
  source: { draft: BIMI_DRAFT, section: '4.3.1' },
  why: 'With `l` and `a` both empty the record states that no logo shall be shown. That is useful for a subdomain; it is not the same as no record.',
  bad: ['v=BIMI1; «l=»; a=', 'v=BIMI1; «l=»;'],
  good: ['v=BIMI1; l=https://example.com/logo.svg'],
  *check({ record }) {
    const tag = tagNamed(record, 'l')
    if (record.isBimi && record.declines && tag)
      yield { span: tag.span, message: 'This record declines: no logo will be shown.' }
  },
})

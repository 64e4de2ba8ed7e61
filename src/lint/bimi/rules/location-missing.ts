import { defineRule } from '../../../core/rule.ts'
import { tagNamed } from '../../../auth/tag-list.ts'
import { BIMI_DRAFT } from '../../../auth/formats/bimi.ts'
import type { BimiSubject } from '../subject.ts'

export const locationMissing = defineRule<BimiSubject>({
  code: 'bimi/location-missing',
  severity: 'error',
  source: { draft: BIMI_DRAFT, section: '4.3' },
  why: 'Every record has an `l`: the address of the logo, or nothing behind the `=` to request no logo.',
  bad: ['«v=BIMI1»; a=https://example.com/mark.pem', '«v=BIMI1»;'],
  good: ['v=BIMI1; l=https://example.com/logo.svg', 'v=BIMI1; l=; a=;'],
  *check({ record }) {
    const first = record.tags[0]
    if (record.isBimi && first && !tagNamed(record, 'l'))
      yield {
        span: first.span,
        message: 'The record lacks `l=`, the address of the logo.',
      }
  },
})

import { labelsOf } from '../../../core/domain.ts'
import { defineRule } from '../../../core/rule.ts'
import { span } from '../../../core/span.ts'
import { BIMI_DRAFT } from '../../../auth/bimi/record.ts'
import type { BimiSubject } from '../subject.ts'

export const wrongOwner = defineRule<BimiSubject>({
  code: 'bimi/wrong-owner',
  severity: 'error',
  source: { draft: BIMI_DRAFT, section: '4.3' },
  why: 'Receivers ask for the record at a selector below `_bimi`: `default._bimi.example.com`, unless a message names another selector.',
  bad: [
    'example.com TXT «v=BIMI1»; l=https://example.com/logo.svg',
    '_bimi.example.com TXT «v=BIMI1»; l=https://example.com/logo.svg',
    'default.bimi.example.com TXT «v=BIMI1»; l=https://example.com/logo.svg',
    '_bimi.default.example.com TXT «v=BIMI1»; l=https://example.com/logo.svg',
  ],
  good: [
    'default._bimi.example.com TXT v=BIMI1; l=https://example.com/logo.svg',
    'spring.2026._bimi.example.com TXT v=BIMI1; l=https://example.com/logo.svg',
  ],
  *check({ record, owner }) {
    if (labelsOf(owner).indexOf('_bimi') > 0) return
    const domain = owner.replace(/^(?:default\.|_?bimi\.)+/, '')
    yield {
      span: record.tags[0]?.span ?? span(0, record.text.length),
      message: `Nobody looks for BIMI at \`${owner}\`: the record belongs at \`default._bimi.${domain}\`.`,
    }
  },
})

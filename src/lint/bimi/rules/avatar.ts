import { defineRule } from '../../../core/rule.ts'
import { fix } from '../../tag-edits.ts'
import { tagNamed } from '../../../auth/tag-list.ts'
import { BIMI_DRAFT } from '../../../auth/formats/bimi.ts'
import type { BimiSubject } from '../subject.ts'

const PREFERENCES = ['brand', 'personal']

export const avatar = defineRule<BimiSubject>({
  code: 'bimi/avatar',
  severity: 'warning',
  source: { draft: BIMI_DRAFT, section: '4.3' },
  why: '`avp` is `brand` or `personal`: what to show of a sender who has a picture of his own. Other values are ignored, and a receiver may fail the whole record.',
  bad: ['v=BIMI1; l=https://example.com/logo.svg; avp=«logo»'],
  good: ['v=BIMI1; l=https://example.com/logo.svg; avp=personal'],
  *check({ record }) {
    const tag = tagNamed(record, 'avp')
    if (!tag || PREFERENCES.includes(tag.value)) return
    yield {
      span: tag.value ? tag.valueSpan : tag.span,
      message: `\`avp\` is \`brand\` or \`personal\`; \`${tag.value}\` has no effect.`,
      fixes: PREFERENCES.map((one) => fix(`Write \`${one}\``, tag.valueSpan, one)),
    }
  },
})

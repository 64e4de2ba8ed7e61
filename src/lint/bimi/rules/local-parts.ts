import { defineRule } from '../../../core/rule.ts'
import { fix } from '../../tag-edits.ts'
import { tagNamed } from '../../../auth/tag-list.ts'
import { BIMI_DRAFT } from '../../../auth/formats/bimi.ts'
import type { BimiSubject } from '../subject.ts'

const VALUES = ['true', 'false']

export const localParts = defineRule<BimiSubject>({
  code: 'bimi/local-parts',
  severity: 'warning',
  source: { draft: BIMI_DRAFT, section: '4.3' },
  why: '`lps` is `true` or `false`: whether the part before the `@` is tried as a selector first.',
  bad: ['v=BIMI1; l=https://example.com/logo.svg; lps=«news»'],
  good: ['v=BIMI1; l=https://example.com/logo.svg; lps=true'],
  *check({ record }) {
    const tag = tagNamed(record, 'lps')
    if (!tag || VALUES.includes(tag.value)) return
    yield {
      span: tag.value ? tag.valueSpan : tag.span,
      message: `\`lps\` is \`true\` or \`false\`; \`${tag.value}\` has no effect.`,
      fixes: VALUES.map((one) => fix(`Write \`${one}\``, tag.valueSpan, one)),
    }
  },
})

import { defineRule } from '../../../core/rule.ts'
import { fix } from '../../tag-edits.ts'
import { tagNamed } from '../../../auth/tag-list.ts'
import { BIMI_DRAFT } from '../../../auth/formats/bimi.ts'
import { isHttpsUri } from '../../../auth/bimi/record.ts'
import type { BimiSubject } from '../subject.ts'

export const location = defineRule<BimiSubject>({
  code: 'bimi/location',
  severity: 'error',
  source: { draft: BIMI_DRAFT, section: '7.3' },
  why: 'Receivers fetch the logo from the one `https:` address in `l`. From any other nothing is fetched, and no logo is shown.',
  bad: [
    'v=BIMI1; l=«http://example.com/logo.svg»',
    'v=BIMI1; l=«logo.svg»',
    'v=BIMI1; l=«https://example.com/a.svg,https://example.com/b.svg»',
    'v=BIMI1; «l=»; a=https://example.com/mark.pem',
  ],
  good: ['v=BIMI1; l=https://example.com/logo.svg', 'v=BIMI1; l=; a='],
  *check({ record }) {
    const tag = tagNamed(record, 'l')
    if (!tag || record.declines || isHttpsUri(tag.value)) return
    const secure = tag.value.replace(/^http:/i, 'https:')
    yield {
      span: tag.value ? tag.valueSpan : tag.span,
      message: tag.value
        ? `\`${tag.value}\` is not one address of the form \`https://…\`, so no logo is fetched.`
        : '`l` is empty while `a` is not: without the address of the logo none is shown.',
      fixes:
        secure !== tag.value && isHttpsUri(secure)
          ? [fix('Write `https:`', tag.valueSpan, secure)]
          : [],
    }
  },
})

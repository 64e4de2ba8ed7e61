import { defineRule } from '../../../core/rule.ts'
import { fix } from '../../tag-edits.ts'
import { tagNamed } from '../../../auth/tag-list.ts'
import { BIMI_DRAFT } from '../../../auth/formats/bimi.ts'
import { isHttpsUri } from '../../../auth/bimi/record.ts'
import type { BimiSubject } from '../subject.ts'

export const evidence = defineRule<BimiSubject>({
  code: 'bimi/evidence',
  severity: 'error',
  source: { draft: BIMI_DRAFT, section: '4.3' },
  why: '`a` is empty, or one `https:` address with the certificate of the logo.',
  bad: [
    'v=BIMI1; l=https://example.com/logo.svg; a=«http://example.com/mark.pem»',
    'v=BIMI1; l=https://example.com/logo.svg; a=«self»',
  ],
  good: ['v=BIMI1; l=https://example.com/logo.svg; a=https://example.com/mark.pem'],
  *check({ record }) {
    const tag = tagNamed(record, 'a')
    if (!tag?.value || isHttpsUri(tag.value)) return
    const secure = tag.value.replace(/^http:/i, 'https:')
    yield {
      span: tag.valueSpan,
      message: `\`${tag.value}\` is not one address of the form \`https://…\`.`,
      fixes: isHttpsUri(secure) ? [fix('Write `https:`', tag.valueSpan, secure)] : [],
    }
  },
})

import { defineRule } from '../../../core/rule.ts'
import { tagNamed } from '../../../auth/tag-list.ts'
import { BIMI_DRAFT } from '../../../auth/formats/bimi.ts'
import { isHttpsUri } from '../../../auth/bimi/record.ts'
import type { BimiSubject } from '../subject.ts'

export const imageFormat = defineRule<BimiSubject>({
  code: 'bimi/image-format',
  severity: 'error',
  source: { draft: BIMI_DRAFT, section: '4.3.2' },
  why: 'The logo is an SVG, plain or compressed (`.svg`, `.svgz`). A record whose address ends in another format fails for good.',
  bad: ['v=BIMI1; l=«https://example.com/logo.png»'],
  good: [
    'v=BIMI1; l=https://example.com/logo.svg',
    'v=BIMI1; l=https://example.com/logo.svgz?x=1',
    'v=BIMI1; l=https://example.com/logo',
  ],
  *check({ record }) {
    const tag = tagNamed(record, 'l')
    if (!tag || !isHttpsUri(tag.value)) return
    const suffix = /\.([a-z0-9]{1,5})$/i.exec(new URL(tag.value).pathname)?.[1]
    if (suffix !== undefined && !/^svgz?$/i.test(suffix))
      yield {
        span: tag.valueSpan,
        message: `The logo must be an SVG, and this address ends in \`.${suffix}\`.`,
      }
  },
})

import { span } from '../../../core/span.ts'
import { defineRule } from '../../../core/rule.ts'
import { fix } from '../../tag-edits.ts'
import type { DmarcSubject } from '../subject.ts'

export const leadingSpace = defineRule<DmarcSubject>({
  code: 'dmarc/leading-space',
  severity: 'error',
  source: { rfc: 9989, section: '4.8' },
  why: 'The record starts with `v`, nothing before it. A space or a quotation mark that came along with a paste makes readers ignore it.',
  bad: ['« »v=DMARC1; p=none'],
  good: ['v=DMARC1; p=none'],
  *check({ record: { text } }) {
    const extra = /^\s+/.exec(text)?.[0].length ?? 0
    if (extra === 0) return
    const where = span(0, extra)
    yield {
      span: where,
      message: 'White space stands before `v=DMARC1`.',
      fixes: [fix('Take it out', where, '')],
    }
  },
})

import { span } from '../../../core/span.ts'
import { defineRule } from '../../../core/rule.ts'
import { fix } from '../../tag-edits.ts'
import type { DmarcSubject } from '../subject.ts'

export const versionMissing = defineRule<DmarcSubject>({
  code: 'dmarc/version-missing',
  severity: 'error',
  source: { rfc: 9989, section: '4.7' },
  why: 'A record without `v=DMARC1` at its start is ignored, whatever else it says.',
  bad: ['«p»=reject; rua=mailto:d@example.com'],
  good: ['v=DMARC1; p=reject'],
  *check({ record: { tags } }) {
    const [first] = tags
    if (first && !tags.some(({ name }) => name.toLowerCase() === 'v'))
      yield {
        span: first.nameSpan,
        message: 'This record lacks `v=DMARC1`, so it is ignored.',
        fixes: [fix('Put `v=DMARC1;` first', span(0, 0), 'v=DMARC1; ')],
      }
  },
})

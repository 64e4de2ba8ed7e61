import { span } from '../../../core/span.ts'
import { defineRule } from '../../../core/rule.ts'
import { fix } from '../../tag-edits.ts'
import type { KeySubject } from '../subject.ts'

export const versionMissing = defineRule<KeySubject>({
  code: 'dkim/version-missing',
  severity: 'hint',
  source: { rfc: 6376, section: '3.6.1' },
  why: '`v=DKIM1` may be left out, but with it nobody mistakes the record for another TXT.',
  bad: ['«k»=rsa; p='],
  good: ['v=DKIM1; k=rsa; p='],
  *check({ record: { version, tags } }) {
    const [first] = tags
    if (!version && first && !tags.some(({ name }) => name === 'V'))
      yield {
        span: first.nameSpan,
        message: 'The record does not say that it is a DKIM key: start it with `v=DKIM1;`.',
        fixes: [fix('Put `v=DKIM1;` first', span(0, 0), 'v=DKIM1; ')],
      }
  },
})

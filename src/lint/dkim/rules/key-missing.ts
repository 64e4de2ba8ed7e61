import { span } from '../../../core/span.ts'
import { defineRule } from '../../../core/rule.ts'
import type { KeySubject } from '../subject.ts'

export const keyMissing = defineRule<KeySubject>({
  code: 'dkim/key-missing',
  severity: 'error',
  source: { rfc: 6376, section: '3.6.1' },
  why: '`p=` holds the public key. Without it there is nothing to check a signature with.',
  bad: ['«v=DKIM1; k=rsa»'],
  good: ['v=DKIM1; k=rsa; p='],
  *check({ record }) {
    if (record.key.kind === 'missing' && !record.tags.some(({ name }) => name === 'P'))
      yield {
        span: span(0, record.text.length),
        message: 'This record has no `p=`, so it holds no key.',
      }
  },
})

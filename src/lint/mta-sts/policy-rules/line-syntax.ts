import { defineRule } from '../../../core/rule.ts'
import { slice } from '../../../core/span.ts'
import { fix } from '../../tag-edits.ts'
import { isKey } from '../../../auth/mta-sts/policy.ts'
import type { PolicySubject } from '../subject.ts'

export const lineSyntax = defineRule<PolicySubject>({
  code: 'mta-sts/line-syntax',
  severity: 'error',
  source: { rfc: 8461, section: '3.2' },
  why: 'Each line of the file is a key, a colon and a value. A file with any other line is no policy, and strict senders go on as if there were none.',
  bad: [
    'version: STSv1\n«mode=enforce»\nmode: testing\nmx: a.example\nmax_age: 604800',
    'version: STSv1\n« mode»: testing\nmode: testing\nmx: a.example\nmax_age: 604800',
    'version: STSv1\n«# our policy»\nmode: testing\nmx: a.example\nmax_age: 604800',
  ],
  good: ['version: STSv1\r\nmode: testing\r\nmx: a.example\r\nmax_age: 604800\r\n'],
  *check({ policy: { text, problems } }) {
    for (const { kind, span, message } of problems) {
      if (kind === 'blank') continue
      const written = slice(text, span)
      const plain = written.trim()
      const isSpaced = kind === 'key' && plain !== written && isKey(plain)
      yield {
        span,
        message,
        fixes: isSpaced ? [fix('Take the space out', span, plain)] : [],
        ...(kind === 'too-long' && { severity: 'warning' }),
      }
    }
  },
})

import { defineRule } from '../../../core/rule.ts'
import { type FormatSubject, met } from '../subject.ts'

export const encodedParts = defineRule<FormatSubject>({
  code: 'mime/encoded-parts',
  severity: 'error',
  source: { rfc: 2045, section: '6.4' },
  why: 'What holds parts or a message is never encoded itself: readers look for its boundary in what stands there.',
  bad: [
    'From: ann@example.org\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\nContent-Transfer-Encoding:« base64»\n\nLS1i\n',
  ],
  good: [
    'From: ann@example.org\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nHi\n--b--\n',
  ],
  *check(subject) {
    yield* met(subject, 'mime/encoded-parts')
  },
})

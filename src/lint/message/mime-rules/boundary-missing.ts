import { defineRule } from '../../../core/rule.ts'
import { type FormatSubject, met } from '../subject.ts'

export const boundaryMissing = defineRule<FormatSubject>({
  code: 'mime/boundary-missing',
  severity: 'error',
  source: { rfc: 2046, section: '5.1.1' },
  why: 'Where the boundary stands nowhere there are no parts, and readers show the whole as text, or nothing.',
  bad: [
    'From: ann@example.org\nMIME-Version: 1.0\nContent-Type:« multipart/mixed; boundary=b»\n\n--c\n\nHi\n--c--\n',
  ],
  good: [
    'From: ann@example.org\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nHi\n--b--\n',
  ],
  *check(subject) {
    yield* met(subject, 'mime/boundary-missing')
  },
})

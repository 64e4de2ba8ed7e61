import { defineRule } from '../../../core/rule.ts'
import { type FormatSubject, met } from '../subject.ts'

export const boundaryUnnamed = defineRule<FormatSubject>({
  code: 'mime/boundary-unnamed',
  severity: 'error',
  source: { rfc: 2046, section: '5.1.1' },
  why: 'Without the name of its boundary a multipart cannot be cut into parts: readers show all of it, or nothing.',
  bad: [
    'From: ann@example.org\nMIME-Version: 1.0\nContent-Type:« multipart/mixed»\n\n--b\n\nHi\n--b--\n',
  ],
  good: [
    'From: ann@example.org\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nHi\n--b--\n',
  ],
  *check(subject) {
    yield* met(subject, 'mime/no-boundary')
  },
})

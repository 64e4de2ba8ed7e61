import { defineRule } from '../../../core/rule.ts'
import { type FormatSubject, met } from '../subject.ts'

export const boundarySyntax = defineRule<FormatSubject>({
  code: 'mime/boundary-syntax',
  severity: 'error',
  source: { rfc: 2046, section: '5.1.1' },
  why: 'A boundary has at most 70 characters, all of a few kinds: others do not come through every server.',
  bad: [
    'From: ann@example.org\nMIME-Version: 1.0\nContent-Type:« multipart/mixed; boundary="b*"»\n\n--b*\n\nHi\n--b*--\n',
  ],
  good: [
    'From: ann@example.org\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nHi\n--b--\n',
  ],
  *check(subject) {
    yield* met(subject, 'mime/boundary')
  },
})

import { defineRule } from '../../../core/rule.ts'
import { type FormatSubject, met } from '../subject.ts'

export const tooDeep = defineRule<FormatSubject>({
  code: 'mime/too-deep',
  severity: 'warning',
  source: { rfc: 2046, section: '5.1' },
  why: 'Parts stand in parts without a limit in the standard; every program has one. What is deeper is not looked at, by filters neither.',
  bad: [
    'From: ann@example.org\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b0\n\n--b0\nContent-Type: multipart/mixed; boundary=b1\n\n--b1\nContent-Type: multipart/mixed; boundary=b2\n\n--b2\nContent-Type: multipart/mixed; boundary=b3\n\n--b3\nContent-Type: multipart/mixed; boundary=b4\n\n--b4\nContent-Type: multipart/mixed; boundary=b5\n\n--b5\nContent-Type: multipart/mixed; boundary=b6\n\n--b6\nContent-Type: multipart/mixed; boundary=b7\n\n--b7\nContent-Type: multipart/mixed; boundary=b8\n\n--b8\nContent-Type: multipart/mixed; boundary=b9\n\n--b9\nContent-Type: multipart/mixed; boundary=b10\n\n--b10\nContent-Type: multipart/mixed; boundary=b11\n\n--b11\nContent-Type: multipart/mixed; boundary=b12\n\n--b12\nContent-Type: multipart/mixed; boundary=b13\n\n--b13\nContent-Type: multipart/mixed; boundary=b14\n\n--b14\nContent-Type: multipart/mixed; boundary=b15\n\n--b15\nContent-Type:« multipart/mixed; boundary=b16»\n\n--b16\n\nHi\n--b16--\n',
  ],
  good: [
    'From: ann@example.org\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nHi\n--b--\n',
  ],
  *check(subject) {
    yield* met(subject, 'mime/too-deep')
  },
})

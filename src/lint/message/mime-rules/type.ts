import { defineRule } from '../../../core/rule.ts'
import { type FormatSubject, met } from '../subject.ts'

export const type = defineRule<FormatSubject>({
  code: 'mime/type',
  severity: 'error',
  source: { rfc: 2045, section: '5.1' },
  why: 'A type and a subtype with a slash between them name what a part is. Any other value is read as plain text.',
  bad: [
    'From: ann@example.org\nMIME-Version: 1.0\nContent-Type: «text»\n\nHi\n',
    'From: ann@example.org\nMIME-Version: 1.0\nContent-Type: «html/»\n\nHi\n',
  ],
  good: [
    'From: ann@example.org\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\nHi\n',
  ],
  *check(subject) {
    yield* met(subject, 'mime/type')
  },
})

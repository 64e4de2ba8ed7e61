import { defineRule } from '../../../core/rule.ts'
import { type FormatSubject, met } from '../subject.ts'

export const parameter = defineRule<FormatSubject>({
  code: 'mime/parameter',
  severity: 'warning',
  source: { rfc: 2045, section: '5.1' },
  why: 'A parameter is a name, `=` and a value, in quotes if it holds more than letters, digits and few signs. What is written otherwise is read by some programs, and not by others.',
  bad: [
    'From: ann@example.org\nMIME-Version: 1.0\nContent-Type: text/plain; «charset»\n\nHi\n',
    'From: ann@example.org\nMIME-Version: 1.0\nContent-Type: text/plain; name=«"a.txt»\n\nHi\n',
    'From: ann@example.org\nMIME-Version: 1.0\nContent-Type: text/plain; «name=a/b.txt»\n\nHi\n',
  ],
  good: [
    'From: ann@example.org\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8; name="a b.txt"\n\nHi\n',
  ],
  *check(subject) {
    yield* met(subject, 'mime/parameter')
  },
})

import { defineRule } from '../../../core/rule.ts'
import { type FormatSubject, met } from '../subject.ts'

export const base64Character = defineRule<FormatSubject>({
  code: 'mime/base64-letter',
  severity: 'warning',
  source: { rfc: 2045, section: '6.8' },
  why: 'A character outside of base64 is passed over by some programs and ends the part for others, so that a filter and a reader open different files.',
  bad: [
    'From: ann@example.org\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\nSGk«!»\n',
  ],
  good: [
    'From: ann@example.org\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\nSGk=\n',
  ],
  *check(subject) {
    yield* met(subject, 'mime/base64')
  },
})

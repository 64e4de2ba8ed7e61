import { defineRule } from '../../../core/rule.ts'
import { type FormatSubject, met } from '../subject.ts'

export const noFieldToContinue = defineRule<FormatSubject>({
  code: 'message/no-field-to-continue',
  severity: 'error',
  source: { rfc: 5322, section: '2.2.3' },
  why: 'A line that starts with white space goes on with the field above it. At the top there is none.',
  bad: ['«  for bob»\nFrom: ann@example.org\n\nHi\n'],
  good: [
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\nSubject: Hi\n there\n\nHi\n',
  ],
  *check(subject) {
    yield* met(subject, 'message/no-field-to-continue')
  },
})

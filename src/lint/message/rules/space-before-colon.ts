import { fix } from '../../../core/diagnostic.ts'
import { defineRule } from '../../../core/rule.ts'
import { type FormatSubject, met } from '../subject.ts'

export const spaceBeforeColon = defineRule<FormatSubject>({
  code: 'message/space-before-colon',
  severity: 'error',
  source: { rfc: 5322, section: '4.5' },
  why: 'Old messages may have white space before the colon, new ones must not: programs differ in whether that is still the same field, and so in what was signed.',
  bad: ['From« »: ann@example.org\n\nHi\n'],
  good: ['From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\n\nHi\n'],
  *check(subject) {
    for (const found of met(subject, 'message/space-before-colon'))
      yield { ...found, fixes: [fix('Take the white space out', found.span, '')] }
  },
})

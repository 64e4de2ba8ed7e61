import { defineRule } from '../../../core/rule.ts'
import { type FormatSubject, met } from '../subject.ts'
import { isMboxLine } from '../../../message/mbox-line.ts'

export const fieldSyntax = defineRule<FormatSubject>({
  code: 'message/field-syntax',
  severity: 'error',
  source: { rfc: 5322, section: '2.2' },
  why: 'A field is a name, a colon and a value. What is none ends the header for some programs and is passed over by others.',
  bad: [
    'From: ann@example.org\n«Dear Bob»\nSubject: Hi\n\nHi\n',
    'From: ann@example.org\n«My subject»: Hi\n\nHi\n',
  ],
  good: ['From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\n\nHi\n'],
  *check(subject) {
    const found = [...met(subject, 'message/no-colon'), ...met(subject, 'message/field-name')]
    for (const one of found) if (!isMboxLine(subject.message.text, one.span.from)) yield one
  },
})

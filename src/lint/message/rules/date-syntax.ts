import { defineRule } from '../../../core/rule.ts'
import { parseDate } from '../../../message/date.ts'
import { fieldsNamed, type HeaderField } from '../../../message/field.ts'
import { type FormatSubject, valuePlace } from '../subject.ts'
import type { Message } from '../../../message/parse.ts'

export const dateSyntax = defineRule<FormatSubject>({
  code: 'message/date-syntax',
  severity: 'error',
  source: { rfc: 5322, section: '3.3' },
  why: 'A date that cannot be read leaves the message without one.',
  bad: [
    'From: ann@example.org\nDate: «yesterday»\n\nHi\n',
    'From: ann@example.org\nDate: «2026-06-01 12:00:00»\n\nHi\n',
    'From: ann@example.org\nDate: «Mon, 31 Jun 2026 12:00:00 +0000»\n\nHi\n',
  ],
  good: [
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\n\nHi\n',
    'Date: 1 Jun 26 12:00 GMT\n\nHi\n',
  ],
  *check({ message }) {
    for (const field of dateFields(message))
      if (parseDate(field.value) === undefined)
        yield {
          span: valuePlace(message, field),
          message: 'This is no date: `Mon, 01 Jun 2026 12:00:00 +0000` is how one is written.',
        }
  },
})

const dateFields = (message: Message): HeaderField[] => [
  ...fieldsNamed(message, 'Date'),
  ...fieldsNamed(message, 'Resent-Date'),
]

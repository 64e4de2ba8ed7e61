import { fix } from '../../../core/diagnostic.ts'
import { defineRule } from '../../../core/rule.ts'
import { span } from '../../../core/span.ts'
import { weekdayOf } from '../../../message/date.ts'
import { fieldsNamed } from '../../../message/field.ts'
import { type FormatSubject, rawValue, inField } from '../subject.ts'

export const dateWeekday = defineRule<FormatSubject>({
  code: 'message/date-weekday',
  severity: 'warning',
  source: { rfc: 5322, section: '3.3' },
  why: 'The day of the week must be that of the date. Where they differ, a program made the date up, and filters know it.',
  bad: ['From: ann@example.org\nDate: «Tue», 01 Jun 2026 12:00:00 +0000\n\nHi\n'],
  good: [
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\n\nHi\n',
    'From: ann@example.org\nDate: 01 Jun 2026 12:00:00 +0000\n\nHi\n',
  ],
  *check({ message }) {
    for (const field of fieldsNamed(message, 'Date')) {
      const raw = rawValue(message, field)
      const weekday = /^\s*([A-Za-z]{3,9})(?=\s*,)/.exec(raw)
      const right = weekdayOf(field.value)
      if (!weekday || !right || weekday[1]!.slice(0, 3).toLowerCase() === right.toLowerCase())
        continue
      const where = inField(field, span(weekday[0].length - weekday[1]!.length, weekday[0].length))
      yield {
        span: where,
        message: `That day is a ${right}.`,
        fixes: [fix(`Write \`${right}\``, where, right)],
      }
    }
  },
})

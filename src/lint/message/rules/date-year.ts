import { fix } from '../../../core/diagnostic.ts'
import { defineRule } from '../../../core/rule.ts'
import { span } from '../../../core/span.ts'
import { parseDate } from '../../../message/date.ts'
import { fieldsNamed } from '../../../message/field.ts'
import { type FormatSubject, rawValue, inField } from '../subject.ts'

export const dateYear = defineRule<FormatSubject>({
  code: 'message/date-year',
  severity: 'warning',
  source: { rfc: 5322, section: '4.3' },
  why: 'A year has four digits. Of two, programs guess the century.',
  bad: ['From: ann@example.org\nDate: 01 Jun «26» 12:00:00 +0000\n\nHi\n'],
  good: ['From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\n\nHi\n'],
  *check({ message }) {
    for (const field of fieldsNamed(message, 'Date')) {
      const time = parseDate(field.value)
      const found = /[A-Za-z]\s+(\d{2,3})(?=\s+\d)/.exec(rawValue(message, field))
      if (time === undefined || !found) continue
      const to = found.index + found[0].length
      const where = inField(field, span(to - found[1]!.length, to))
      const year = String(Number(found[1]) + century(found[1]!))
      yield {
        span: where,
        message: `\`${found[1]}\` is read as ${year}; write all four digits.`,
        fixes: [fix(`Write \`${year}\``, where, year)],
      }
    }
  },
})

const century = (year: string): number => (year.length === 2 && Number(year) < 50 ? 2000 : 1900)

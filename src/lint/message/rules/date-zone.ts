import { fix } from '../../../core/diagnostic.ts'
import { defineRule, type Finding } from '../../../core/rule.ts'
import { span } from '../../../core/span.ts'
import { parseDate } from '../../../message/date.ts'
import { fieldsNamed, type HeaderField } from '../../../message/field.ts'
import { type FormatSubject, rawValue, inField, valuePlace } from '../subject.ts'

const HOUR = 3_600_000

export const dateZone = defineRule<FormatSubject>({
  code: 'message/date-zone',
  severity: 'warning',
  source: { rfc: 5322, section: '4.3' },
  why: 'A zone is written as its distance from UTC. Letters were given up long ago: most mean nothing to most programs, which then take the time for UTC.',
  bad: [
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 «EST»\n\nHi\n',
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 «GMT»\n\nHi\n',
    'From: ann@example.org\nDate: «Mon, 01 Jun 2026 12:00:00»\n\nHi\n',
  ],
  good: [
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\n\nHi\n',
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 14:00:00 +0200 (CEST)\n\nHi\n',
  ],
  *check({ message }) {
    for (const field of fieldsNamed(message, 'Date')) {
      const time = parseDate(field.value)
      if (time === undefined) continue
      const raw = rawValue(message, field)
      const found = /\d\s*([A-Za-z]{1,5})\s*(?=\(|$)/.exec(raw)
      if (found) yield named(field, raw, found, time)
      else if (!/[+-]\d{4}\s*(?:\(|$)/.test(raw))
        yield {
          span: valuePlace(message, field),
          message:
            'This date names no zone: `+0000`, or another distance from UTC, belongs behind it.',
        }
    }
  },
})

function named(field: HeaderField, raw: string, found: RegExpExecArray, time: number): Finding {
  const zone = found[1]!
  const from = found.index + found[0].indexOf(zone)
  const inUtc = parseDate(`${raw.slice(0, from)}+0000`)
  const where = inField(field, span(from, from + zone.length))
  return {
    span: where,
    message: `\`${zone}\` is a zone of old mail: write it as a distance from UTC.`,
    fixes:
      inUtc === undefined
        ? []
        : [fix('Write it as a number', where, offset((inUtc - time) / HOUR))],
  }
}

const offset = (hours: number): string =>
  `${hours < 0 ? '-' : '+'}${String(Math.abs(hours)).padStart(2, '0')}00`

import { fix } from '../../../core/diagnostic.ts'
import { defineRule } from '../../../core/rule.ts'
import { span } from '../../../core/span.ts'
import { type FormatSubject, rawValue, inField } from '../subject.ts'

/** NUL, and the ends of lines, have rules of their own. */
// eslint-disable-next-line no-control-regex
const CONTROL = /[\x01-\x08\x0b\x0c\x0e-\x1f\x7f]/
const ALL_CONTROLS = new RegExp(CONTROL, 'g')

export const controlCharacter = defineRule<FormatSubject>({
  code: 'message/control-character',
  severity: 'warning',
  source: { rfc: 5322, section: '4.1' },
  why: 'Control characters in a field cannot be seen, and can steer a terminal that shows it.',
  bad: ['From: ann@example.org\nSubject: Hi «\x1b»[2J there\n\nHi\n'],
  good: ['From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\nSubject:\tHi\n\nHi\n'],
  *check({ message }) {
    for (const field of message.fields) {
      const raw = rawValue(message, field)
      const at = raw.search(CONTROL)
      if (at < 0) continue
      yield {
        span: inField(field, span(at, at + 1)),
        message: `\`${field.name}\` holds a character that cannot be seen (${raw.charCodeAt(at)}).`,
        fixes: [fix('Take such characters out', field.valueSpan, raw.replace(ALL_CONTROLS, ''))],
      }
    }
  },
})

import { fix } from '../../../core/diagnostic.ts'
import { defineRule } from '../../../core/rule.ts'
import { span } from '../../../core/span.ts'
import { type FormatSubject, rawValue, inField } from '../subject.ts'

export const whiteFold = defineRule<FormatSubject>({
  code: 'message/white-fold',
  severity: 'warning',
  source: { rfc: 5322, section: '3.2.2' },
  why: 'A folded line needs something in it. One of white space alone looks like the end of the header, and some programs take it for that.',
  bad: [
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\nSubject: Hi«\n  »\n there\n\nHi\n',
  ],
  good: [
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\nSubject: Hi\n there\n\nHi\n',
  ],
  *check({ message }) {
    for (const field of message.fields)
      for (const found of rawValue(message, field).matchAll(/\r?\n[ \t]+(?=\r?\n|$)/g)) {
        const where = inField(field, span(found.index, found.index + found[0].length))
        yield {
          span: where,
          message: `A line of \`${field.name}\` is only white space.`,
          fixes: [fix('Take the line out', where, '')],
        }
      }
  },
})

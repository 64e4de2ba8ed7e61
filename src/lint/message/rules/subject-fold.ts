import { fix } from '../../../core/diagnostic.ts'
import { defineRule } from '../../../core/rule.ts'
import { span } from '../../../core/span.ts'
import { fieldsNamed } from '../../../message/field.ts'
import { type FormatSubject, rawValue, inField } from '../subject.ts'

export const subjectFold = defineRule<FormatSubject>({
  code: 'message/subject-fold',
  severity: 'info',
  source: { rfc: 5322, section: '2.2.3' },
  why: 'Unfolding takes out the line end and nothing else: white space behind it stays, and stands in the middle of the subject.',
  bad: [
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\nSubject: Hi«\n\t»there\n\nHi\n',
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\nSubject: Hi«\n    »there\n\nHi\n',
  ],
  good: [
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\nSubject: Hi\n there\n\nHi\n',
  ],
  *check({ message }) {
    for (const field of fieldsNamed(message, 'Subject'))
      for (const found of rawValue(message, field).matchAll(
        /(\r?\n)(?:\t| [ \t])[ \t]*(?=[^ \t\r\n])/g,
      )) {
        const where = inField(field, span(found.index, found.index + found[0].length))
        yield {
          span: where,
          message: 'The white space of this fold shows in the subject: one space is enough.',
          fixes: [fix('Fold with one space', where, `${found[1]} `)],
        }
      }
  },
})

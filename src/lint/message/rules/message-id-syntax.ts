import { defineRule } from '../../../core/rule.ts'
import { rewriteValue } from '../edits.ts'
import { fieldsNamed } from '../../../message/field.ts'
import { type FormatSubject, valuePlace } from '../subject.ts'
import { parseMessageId } from '../../../message/message-id.ts'
import { withoutComments } from '../../../message/tokens.ts'

export const messageIdSyntax = defineRule<FormatSubject>({
  code: 'message/message-id-syntax',
  severity: 'warning',
  source: { rfc: 5322, section: '3.6.4' },
  why: 'An id is one word in angle brackets, with an `@` between its halves and no white space. What is written otherwise is found by no reply.',
  bad: [
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\nMessage-ID: «a1@example.org»\n\nHi\n',
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\nMessage-ID: «<a1>»\n\nHi\n',
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\n«Message-ID»:\n\nHi\n',
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\nMessage-ID: «<a 1@example.org>»\n\nHi\n',
  ],
  good: [
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\nMessage-ID: <a1.b2@example.org>\n\nHi\n',
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\nMessage-ID: <a1@[192.0.2.1]> (comment)\n\nHi\n',
  ],
  *check({ message }) {
    for (const field of fieldsNamed(message, 'Message-ID')) {
      const text = withoutComments(field.value)
      if (parseMessageId(text)) continue
      const bracketed = `<${text}>`
      yield {
        span: valuePlace(message, field),
        message:
          'This is no id: `<left@right>` belongs here, of letters, digits and few other characters.',
        fixes: parseMessageId(bracketed)
          ? [rewriteValue('Put it in brackets', message, field, bracketed)]
          : [],
      }
    }
  },
})

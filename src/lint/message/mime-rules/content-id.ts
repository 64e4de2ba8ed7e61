import { defineRule } from '../../../core/rule.ts'
import { rewriteValue } from '../edits.ts'
import { type FormatSubject, valuePlace } from '../subject.ts'
import { parseMessageId } from '../../../message/message-id.ts'
import { partField } from '../part-place.ts'
import { withoutComments } from '../../../message/tokens.ts'

export const contentId = defineRule<FormatSubject>({
  code: 'mime/content-id',
  severity: 'warning',
  source: { rfc: 2045, section: '7' },
  why: 'A `Content-ID` is written as a `Message-ID` is, in angle brackets. Otherwise no `cid:` of the HTML finds the picture.',
  bad: [
    'From: ann@example.org\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-ID: «logo»\n\nHi\n',
    'From: ann@example.org\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-ID: «logo@example.org»\n\nHi\n',
  ],
  good: [
    'From: ann@example.org\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-ID: <logo@example.org>\n\nHi\n',
  ],
  *check({ message, parts }) {
    for (const part of parts) {
      const field = partField(part, 'Content-ID')
      if (!field) continue
      const text = withoutComments(field.value)
      if (parseMessageId(text)) continue
      yield {
        span: valuePlace(message, field),
        message: 'This is no id: `<left@right>` belongs here.',
        fixes: parseMessageId(`<${text}>`)
          ? [rewriteValue('Put it in brackets', message, field, `<${text}>`)]
          : [],
      }
    }
  },
})

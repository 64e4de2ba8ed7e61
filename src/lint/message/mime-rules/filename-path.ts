import { defineRule } from '../../../core/rule.ts'
import type { FormatSubject } from '../subject.ts'
import { parseParameters } from '../../../message/mime/parameters.ts'
import { partField } from '../part-place.ts'

export const filenamePath = defineRule<FormatSubject>({
  code: 'mime/filename-path',
  severity: 'warning',
  source: { rfc: 2183, section: '2.3' },
  why: 'A file name is a name, not a path: who saves the file must not be led to another folder by it.',
  bad: [
    'From: ann@example.org\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Disposition: attachment; «filename="../../etc/passwd"»\n\nHi\n',
    'From: ann@example.org\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Disposition: attachment; «filename="C:\\\\temp\\\\a.txt"»\n\nHi\n',
  ],
  good: [
    'From: ann@example.org\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Disposition: attachment; filename=a.txt\n\nHi\n',
  ],
  *check({ message, parts }) {
    for (const part of parts) {
      const field = partField(part, 'Content-Disposition')
      if (!field) continue
      for (const one of parseParameters(message.text, field.valueSpan).parameters)
        if (one.name === 'filename' && /[/\\]/.test(one.value))
          yield {
            span: one.span,
            message:
              'This file name leads to a folder: readers keep what stands behind the last slash.',
          }
    }
  },
})

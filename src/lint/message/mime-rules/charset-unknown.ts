import { defineRule } from '../../../core/rule.ts'
import { charsetName } from '../../../message/charset.ts'
import type { FormatSubject } from '../subject.ts'
import { parseParameters } from '../../../message/mime/parameters.ts'
import { partField } from '../part-place.ts'

export const charsetUnknown = defineRule<FormatSubject>({
  code: 'mime/charset-unknown',
  severity: 'warning',
  source: { rfc: 2046, section: '4.1.2' },
  why: 'A reader that does not know a charset shows octets, or nothing.',
  bad: [
    'From: ann@example.org\nMIME-Version: 1.0\nContent-Type: text/plain; «charset=utf-9»\n\nHi\n',
  ],
  good: [
    'From: ann@example.org\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\nHi\n',
  ],
  *check({ message, parts }) {
    for (const part of parts) {
      const field = partField(part, 'Content-Type')
      if (!field || !part.type.startsWith('text/')) continue
      const charset = parseParameters(message.text, field.valueSpan).parameters.find(
        ({ name }) => name === 'charset',
      )
      if (charset && charsetName(charset.value) === undefined)
        yield {
          span: charset.span,
          message: `\`${charset.value.slice(0, 60)}\` is no charset that is known here.`,
        }
    }
  },
})

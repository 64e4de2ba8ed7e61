import { fix, type Fix } from '../../../core/diagnostic.ts'
import { defineRule } from '../../../core/rule.ts'
import { span } from '../../../core/span.ts'
import { lineEndOf } from '../edits.ts'
import { fieldNamed } from '../../../message/field.ts'
import { type FormatSubject, met } from '../subject.ts'
import { parseParameters } from '../../../message/mime/parameters.ts'
import type { Part } from '../../../message/mime/part.ts'
import type { Message } from '../../../message/parse.ts'

export const notClosed = defineRule<FormatSubject>({
  code: 'mime/not-closed',
  severity: 'warning',
  source: { rfc: 2046, section: '5.1.1' },
  why: 'The last part ends at a boundary with two more dashes. Where that is missing, what follows may have been cut off on the way.',
  bad: [
    'From: ann@example.org\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nHi\n«»',
  ],
  good: [
    'From: ann@example.org\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nHi\n--b--\n',
  ],
  *check(subject) {
    for (const found of met(subject, 'mime/not-closed')) {
      const part = subject.parts.find(
        ({ type, body }) => type.startsWith('multipart/') && body.to === found.span.to,
      )
      const isLast = found.span.to === subject.message.text.length
      yield { ...found, fixes: isLast && part ? [close(subject.message, part)] : [] }
    }
  },
})

/** Parts that end with the message are closed from the innermost outwards. */
function close(message: Message, { fields }: Part): Fix {
  const field = fieldNamed({ fields }, 'Content-Type')
  const { parameters } = parseParameters(field?.value ?? '')
  const boundary = parameters.find(({ name }) => name === 'boundary')?.raw ?? ''
  const [end, at] = [lineEndOf(message), message.text.length]
  const lead = message.text.endsWith('\n') ? '' : end
  return fix('Close it', span(at, at), `${lead}--${boundary}--${end}`)
}

import { defineRule } from '../../../core/rule.ts'
import type { FormatSubject } from '../subject.ts'
import { partPlace } from '../part-place.ts'

export const alternativeOrder = defineRule<FormatSubject>({
  code: 'mime/alternative-order',
  severity: 'warning',
  source: { rfc: 2046, section: '5.1.4' },
  why: 'Alternatives stand from the plainest to the richest, and a reader shows the last that it can. With plain text at the end no reader shows the HTML.',
  bad: [
    'From: ann@example.org\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>Hi\n--b\nContent-Type: «text/plain»\n\nHi\n--b--\n',
  ],
  good: [
    'From: ann@example.org\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\nHi\n--b\nContent-Type: text/html\n\n<p>Hi\n--b--\n',
  ],
  *check({ message, parts }) {
    for (const { type, parts: inside } of parts) {
      if (type !== 'multipart/alternative') continue
      const html = inside.findIndex((one) => one.type === 'text/html')
      const plain = inside.findLastIndex((one) => one.type === 'text/plain')
      if (html >= 0 && plain > html)
        yield {
          span: partPlace(message, inside[plain]!),
          message: 'Plain text stands behind HTML, as if it were the better of the two.',
        }
    }
  },
})

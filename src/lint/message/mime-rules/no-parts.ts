import { defineRule } from '../../../core/rule.ts'
import type { FormatSubject } from '../subject.ts'
import { partPlace } from '../part-place.ts'

export const noParts = defineRule<FormatSubject>({
  code: 'mime/no-parts',
  severity: 'error',
  source: { rfc: 2046, section: '5.1' },
  why: 'A multipart holds at least one part. Some readers show nothing of an empty one, and others an error.',
  bad: [
    'From: ann@example.org\nMIME-Version: 1.0\nContent-Type: «multipart/mixed; boundary=b»\n\n--b--\n',
  ],
  good: [
    'From: ann@example.org\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nHi\n--b--\n',
  ],
  *check({ message, parts }) {
    for (const part of parts)
      if (part.type.startsWith('multipart/') && part.preamble && part.parts.length === 0)
        if (part.body.to > part.preamble.to)
          yield {
            span: partPlace(message, part),
            message: 'The boundary is closed before a part began: there is nothing inside.',
          }
  },
})

import { defineRule } from '../../../core/rule.ts'
import type { FormatSubject } from '../subject.ts'
import { partPlace } from '../part-place.ts'
import type { Part } from '../../../message/mime/part.ts'

export const boundaryReused = defineRule<FormatSubject>({
  code: 'mime/boundary-reused',
  severity: 'error',
  source: { rfc: 2046, section: '5.1.2' },
  why: 'A multipart inside of another needs a boundary of its own: the outer one ends it at the first line that looks like both.',
  bad: [
    'From: ann@example.org\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: «multipart/alternative; boundary=b»\n\n--b\n\nHi\n--b--\n--b--\n',
  ],
  good: [
    'From: ann@example.org\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: multipart/alternative; boundary=c\n\n--c\n\nHi\n--c--\n--b--\n',
  ],
  *check({ message, parts }) {
    for (const part of parts)
      for (const below of part.parts)
        if (isSame(part, below))
          yield {
            span: partPlace(message, below),
            message: 'The multipart around it has the same boundary, so this one has no parts.',
          }
  },
})

const isSame = (outer: Part, inner: Part): boolean =>
  inner.type.startsWith('multipart/') &&
  inner.parameters['boundary'] !== undefined &&
  inner.parameters['boundary'] === outer.parameters['boundary']

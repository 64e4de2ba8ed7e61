import { span, type Span } from '../../core/span.ts'
import { fieldNamed, type HeaderField } from '../../message/field.ts'
import { valuePlace } from './subject.ts'
import type { Message } from '../../message/parse.ts'
import type { Part } from '../../message/mime/part.ts'

export const partField = (part: Pick<Part, 'fields'>, name: string): HeaderField | undefined =>
  fieldNamed(part, name)

/** Where a finding about a part is reported: at its field's value, or else at its first octet. */
export function partPlace(message: Pick<Message, 'text'>, part: Part, name = 'Content-Type'): Span {
  const field = partField(part, name)
  return field ? valuePlace(message, field) : span(part.body.from, part.body.from)
}

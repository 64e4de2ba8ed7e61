import { displayValue, fieldNamed } from '../field.ts'
import { parseMessage } from '../parse.ts'
import { withField } from './edit.ts'

/**
 * Puts a tag before the subject, once: one that is there already stays alone.
 * @param tag With its brackets, such as `[club]`.
 */
export function tagSubject(bytes: Uint8Array, tag: string): Uint8Array {
  const field = fieldNamed(parseMessage(bytes), 'Subject')
  const subject = field ? displayValue(field) : '(no subject)'
  return subject.includes(tag) ? bytes : withField(bytes, 'Subject', `${tag} ${subject}`)
}

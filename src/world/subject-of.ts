import { displayValue, fieldNamed } from '../message/field.ts'
import { parseMessage } from '../message/parse.ts'

/** Octets of a message never change, so that each is read once. */
const subjects = new WeakMap<Uint8Array, string>()

/** The subject of a message as it is shown; empty where it has none. */
export function subjectOf(bytes: Uint8Array): string {
  const known = subjects.get(bytes)
  if (known !== undefined) return known
  const field = fieldNamed(parseMessage(bytes), 'Subject')
  const subject = field ? displayValue(field) : ''
  subjects.set(bytes, subject)
  return subject
}

import { fix, type Fix } from '../../core/diagnostic.ts'
import { span } from '../../core/span.ts'
import { foldField } from '../../message/compose.ts'
import type { HeaderField } from '../../message/field.ts'
import type { Message } from '../../message/parse.ts'

type Written = Pick<Message, 'text' | 'fields'>

/** What ends the lines of a message: CRLF, unless it has none and bare LF stands in its place. */
export const lineEndOf = ({ text }: Pick<Message, 'text'>): '\r\n' | '\n' =>
  text.includes('\n') && !text.includes('\r\n') ? '\n' : '\r\n'

/** Takes a field out, with its lines. */
export const removeField = ({ name, span: whole }: HeaderField): Fix =>
  fix(`Take \`${name}\` out`, whole, '')

/** Writes a field below the others. */
export function addField(message: Written, line: string): Fix {
  const end = lineEndOf(message)
  const at = message.fields.at(-1)?.span.to ?? 0
  const isOpen = at > 0 && message.text[at - 1] !== '\n'
  return fix(`Add \`${line}\``, span(at, at), isOpen ? `${end}${line}` : `${line}${end}`)
}

/** Writes a field's value anew, folded where it is long. */
export const rewriteValue = (
  title: string,
  message: Written,
  field: HeaderField,
  value: string,
): Fix => fix(title, field.valueSpan, folded(message, field, value))

/** What stands behind the colon. */
export const folded = (message: Written, { name }: HeaderField, value: string): string =>
  foldField(name, value)
    .slice(name.length + 1)
    .replaceAll('\r\n', lineEndOf(message))

/** Writes CRLF for each line end that matches, in one edit from the first to the last. */
export const endWithCrlf = (text: string, pattern: RegExp): Fix =>
  replaceAll('End every line with CRLF', text, pattern, '\r\n')

/** Takes out every octet that matches, in one edit from the first to the last. */
export const withoutOctets = (title: string, text: string, pattern: RegExp): Fix =>
  replaceAll(title, text, pattern, '')

function replaceAll(title: string, text: string, pattern: RegExp, by: string): Fix {
  const from = text.search(pattern)
  const last = [...text.matchAll(pattern)].at(-1)
  const to = last ? last.index + last[0].length : from
  return fix(title, span(from, to), text.slice(from, to).replace(pattern, by))
}

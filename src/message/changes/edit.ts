import { concatBytes, latin1 } from '../../core/bytes.ts'
import { fieldNamed, type HeaderField } from '../field.ts'
import { encodeField } from '../encode-field.ts'
import { parseMessage } from '../parse.ts'

/** Changes that hosts on the way make to a message. Octets that are not changed stay as they are. */

/** A field for each name and value, each with its CRLF; what is not ASCII is encoded. */
export const writeFields = (fields: readonly (readonly [name: string, value: string])[]): string =>
  fields.map(([name, value]) => `${encodeField(name, value)}\r\n`).join('')

/** The message with fields on top, as a host adds trace fields. @param fields One unit an octet. */
export const withFieldsOnTop = (bytes: Uint8Array, fields: string): Uint8Array<ArrayBuffer> =>
  concatBytes([latin1(fields), bytes])

/** The message without the fields that are unwanted. */
export function withoutFields(
  bytes: Uint8Array,
  isUnwanted: (field: HeaderField) => boolean,
): Uint8Array {
  const unwanted = parseMessage(bytes).fields.filter(isUnwanted)
  if (!unwanted.length) return bytes
  const pieces: Uint8Array[] = []
  let at = 0
  for (const { span } of unwanted) {
    pieces.push(bytes.subarray(at, span.from))
    at = span.to
  }
  return concatBytes([...pieces, bytes.subarray(at)])
}

/** The message with a field in the place of the first of that name, or at the end of its header. */
export function withField(bytes: Uint8Array, name: string, value: string): Uint8Array<ArrayBuffer> {
  const message = parseMessage(bytes)
  const field = latin1(writeFields([[name, value]]))
  const old = fieldNamed(message, name)
  const from = old?.span.from ?? headerEnd(message.text, message.bodyStart)
  const isCut = from > 0 && bytes[from - 1] !== LF
  return concatBytes([
    bytes.subarray(0, from),
    ...(isCut ? [latin1('\r\n')] : []),
    field,
    bytes.subarray(old?.span.to ?? from),
  ])
}

const LF = 10

/** Before the empty line, where there is one. */
function headerEnd(text: string, bodyStart: number): number {
  const empty = /(^|\n)(\r?\n)$/.exec(text.slice(0, bodyStart))
  return bodyStart - (empty?.[2]?.length ?? 0)
}

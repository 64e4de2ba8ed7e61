import { displayValue, fieldNamed } from '../../message/field.ts'
import { readableText } from '../../message/mime/decode.ts'
import { parseMime } from '../../message/mime/tree.ts'
import { parseMessage } from '../../message/parse.ts'
import type { DeviceMessage } from './state.ts'

/** Characters of a text that a device shows. */
const MAX_TEXT = 4000

/** What a device shows of a message. */
export function readMessage(
  bytes: Uint8Array,
): Pick<DeviceMessage, 'from' | 'to' | 'subject' | 'text' | 'bytes'> {
  const message = parseMessage(bytes)
  const shown = (name: string): string => {
    const field = fieldNamed(message, name)
    return field ? displayValue(field) : ''
  }
  const text = readableText(message, parseMime(message)) ?? ''
  return {
    ...{ from: shown('From'), to: shown('To'), subject: shown('Subject'), bytes },
    text: text.slice(0, MAX_TEXT),
  }
}

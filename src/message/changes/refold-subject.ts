import { concatBytes, fromLatin1, latin1 } from '../../core/bytes.ts'
import { fieldNamed } from '../field.ts'
import { parseMessage } from '../parse.ts'

/**
 * Breaks the subject into lines at each of its spaces, as gateways do that write long fields anew. It says
 * the same (RFC 5322 §2.2.3). A signature in relaxed canonicalization holds, one in simple does not
 * (RFC 6376 §3.4.1, §3.4.2).
 */
export function refoldSubject(bytes: Uint8Array): Uint8Array {
  const field = fieldNamed(parseMessage(bytes), 'Subject')
  if (!field) return bytes
  const { from, to } = field.valueSpan
  const value = fromLatin1(bytes.subarray(from, to))
  const folded = value.replace(/(\S)[ \t]+(?=\S)/g, '$1\r\n ')
  return concatBytes([bytes.subarray(0, from), latin1(folded), bytes.subarray(to)])
}

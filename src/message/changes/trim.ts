import { concatBytes, fromLatin1, latin1 } from '../../core/bytes.ts'
import { bodyOf, parseMessage } from '../parse.ts'

/**
 * Takes white space from the ends of lines, and empty lines from the end of the body, as some gateways do.
 * A signature in relaxed canonicalization holds, one in simple does not (RFC 6376 §3.4.3, §3.4.4).
 */
export function trimBody(bytes: Uint8Array): Uint8Array {
  const message = parseMessage(bytes)
  const body = fromLatin1(bodyOf(message))
  const lines = body.split('\r\n').map((line) => line.replace(/[ \t]+$/, ''))
  const trimmed = lines.join('\r\n').replace(/(?:\r\n)+$/, '\r\n')
  if (trimmed === body) return bytes
  return concatBytes([bytes.subarray(0, message.bodyStart), latin1(trimmed)])
}

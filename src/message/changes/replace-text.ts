import { concatBytes, fromLatin1, latin1, utf8 } from '../../core/bytes.ts'
import { bodyOf, parseMessage } from '../parse.ts'

/** Puts other words in the place of some, wherever they stand in the body; what is encoded is not looked into. */
export function replaceText(bytes: Uint8Array, words: string, other: string): Uint8Array {
  const message = parseMessage(bytes)
  const [sought, put] = [words, other].map((text) => fromLatin1(utf8(text)))
  const body = fromLatin1(bodyOf(message))
  if (!sought || !body.includes(sought)) return bytes
  return concatBytes([
    bytes.subarray(0, message.bodyStart),
    latin1(body.replaceAll(sought, () => put!)),
  ])
}

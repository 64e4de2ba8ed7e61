import { slice } from '../../core/span.ts'
import { decodeCharset } from '../charset.ts'
import type { Message } from '../parse.ts'
import { decodeMimeBase64 } from './base64.ts'
import { decodeQuotedPrintable } from './quoted-printable.ts'
import type { Part } from './part.ts'
import { decodeUuencode, UUENCODE } from './uuencode.ts'

/** The octets of a part with its transfer encoding undone (RFC 2045 §6). */
export function decodedBytes(message: Pick<Message, 'text' | 'bytes'>, part: Part): Uint8Array {
  const text = slice(message.text, part.body)
  if (part.encoding === 'base64') return decodeMimeBase64(text)
  if (part.encoding === 'quoted-printable') return decodeQuotedPrintable(text)
  if (UUENCODE.has(part.encoding)) return decodeUuencode(text)
  return message.bytes.subarray(part.body.from, part.body.to)
}

/**
 * The text of a part. Without a charset it should be US-ASCII (RFC 2045 §5.2); octets beyond that
 * are read as UTF-8.
 */
export const decodedText = (message: Pick<Message, 'text' | 'bytes'>, part: Part): string =>
  decodeCharset(decodedBytes(message, part), part.parameters['charset'] ?? 'utf-8')

/** Every part that has none below it, in order. */
export function* leavesOf(part: Part): Generator<Part> {
  if (part.parts.length === 0) yield part
  for (const inner of part.parts) yield* leavesOf(inner)
}

/** Every part, the messages inside of messages too, each before what it holds. */
export function* walkParts(part: Part): Generator<Part> {
  yield part
  for (const below of part.parts) yield* walkParts(below)
  if (part.inner) yield* walkParts(part.inner)
}

/** The text that a reader shows: the first `text/plain`, or else the first text at all. */
export function readableText(
  message: Pick<Message, 'text' | 'bytes'>,
  part: Part,
): string | undefined {
  const texts = [...leavesOf(part)].filter(({ type }) => type.startsWith('text/'))
  const chosen = texts.find(({ type }) => type === 'text/plain') ?? texts[0]
  return chosen && decodedText(message, chosen)
}

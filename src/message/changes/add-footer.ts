import { concatBytes, fromLatin1, latin1, utf8 } from '../../core/bytes.ts'
import { slice } from '../../core/span.ts'
import { normalizeLines } from '../compose.ts'
import { chooseBoundary } from '../mime/compose/boundary.ts'
import { decodedBytes } from '../mime/decode.ts'
import { encodeMimeBase64, encodeQuotedPrintable } from '../mime/encode.ts'
import type { Part } from '../mime/part.ts'
import { parseMime } from '../mime/tree.ts'
import { bodyOf, parseMessage, type Message } from '../parse.ts'
import { withFieldsOnTop, withoutFields, writeFields } from './edit.ts'

/**
 * Adds a text below a message, as mailing lists do: plain text gets it at its end, in the encoding that it
 * has; a multipart/mixed gets a part more; what else there is becomes the first part of a new one.
 */
export function addFooter(bytes: Uint8Array, footer: string): Uint8Array {
  const message = parseMessage(bytes)
  const part = parseMime(message)
  const text = normalizeLines(footer)
  if (part.type === 'text/plain') return withBody(message, plainBody(message, part, text))
  const boundary = part.parameters['boundary']
  if (part.type === 'multipart/mixed' && boundary !== undefined && part.parts.length)
    return withBody(message, mixedBody(message, part, boundary, text))
  return wrapped(message, text)
}

const withBody = ({ bytes, bodyStart }: Message, body: Uint8Array): Uint8Array =>
  concatBytes([bytes.subarray(0, bodyStart), body])

function plainBody(message: Message, part: Part, footer: string): Uint8Array {
  const isEncoded = part.encoding === 'base64' || part.encoding === 'quoted-printable'
  if (!isEncoded) return concatBytes([endedBody(message), utf8(footer)])
  const before = decodedBytes(message, part)
  const joined = concatBytes([before, utf8(endsLine(before) ? footer : `\r\n${footer}`)])
  return latin1(
    part.encoding === 'base64' ? encodeMimeBase64(joined) : encodeQuotedPrintable(joined),
  )
}

const endsLine = (bytes: Uint8Array): boolean => bytes.length === 0 || bytes.at(-1) === 10

function endedBody(message: Message): Uint8Array {
  const body = bodyOf(message)
  return endsLine(body) ? body : concatBytes([body, utf8('\r\n')])
}

const PART = 'MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n'

const footerPart = (footer: string): Uint8Array =>
  concatBytes([
    utf8(`${PART}Content-Transfer-Encoding: quoted-printable\r\n`),
    utf8('Content-Disposition: inline\r\n\r\n'),
    latin1(encodeQuotedPrintable(utf8(footer))),
  ])

/** Before the last boundary; a multipart that lacks it gets one. */
function mixedBody(message: Message, part: Part, boundary: string, footer: string): Uint8Array {
  const end = part.parts.at(-1)!.span.to
  return concatBytes([
    message.bytes.subarray(message.bodyStart, end),
    utf8(`\r\n--${boundary}\r\n`),
    footerPart(footer),
    utf8(`\r\n--${boundary}--\r\n`),
  ])
}

/** The fields that describe the body go along with it. */
function wrapped(message: Message, footer: string): Uint8Array {
  const inner = message.fields.filter(({ lower }) => lower.startsWith('content-'))
  const boundary = chooseBoundary([fromLatin1(bodyOf(message))])
  const outer = withoutFields(
    message.bytes.subarray(0, message.bodyStart),
    ({ lower }) => lower.startsWith('content-') || lower === 'mime-version',
  )
  const fields = writeFields([
    ['MIME-Version', '1.0'],
    ['Content-Type', `multipart/mixed; boundary="${boundary}"`],
  ])
  return withFieldsOnTop(
    concatBytes([
      outer,
      ...(message.bodyStart === message.bytes.length ? [utf8('\r\n')] : []),
      utf8(`--${boundary}\r\n`),
      latin1(inner.map(({ span }) => slice(message.text, span)).join('')),
      utf8('\r\n'),
      endedBody(message),
      utf8(`\r\n--${boundary}\r\n`),
      footerPart(footer),
      utf8(`\r\n--${boundary}--\r\n`),
    ]),
    fields,
  )
}

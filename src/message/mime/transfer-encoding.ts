import { fromLatin1 } from '../../core/bytes.ts'
import { MAX_LINE } from '../check-lines.ts'
import { encodeMimeBase64, encodeQuotedPrintable } from './encode.ts'

/** How a body travels (RFC 2045 §6.1). */
export type TransferEncoding = '7bit' | '8bit' | 'binary' | 'quoted-printable' | 'base64'

/** What octets ask of the way: ASCII in short lines, any octets in short lines, or anything. */
export type Domain = '7bit' | '8bit' | 'binary'

/** The weakest way that carries the octets unchanged (RFC 2045 §2.7 to §2.9). */
export function domainOfText(text: string): Domain {
  if (/\0|\r(?!\n)|(?<!\r)\n/.test(text) || hasLongLine(text)) return 'binary'
  return /[\x80-\xff]/.test(text) ? '8bit' : '7bit'
}

const hasLongLine = (text: string): boolean =>
  text.split('\r\n').some((line) => line.length > MAX_LINE)

/**
 * The encoding for a part's octets. What is ASCII in short lines stays as it is. Other text becomes
 * quoted-printable where that is shorter, anything else base64. A part that holds parts or a message
 * must not be encoded (RFC 2045 §6.4).
 */
export function chooseEncoding(bytes: Uint8Array, type: string): TransferEncoding {
  const text = fromLatin1(bytes)
  const domain = domainOfText(text)
  if (domain === '7bit' || /^(?:multipart|message)\//.test(type)) return domain
  if (!type.startsWith('text/')) return 'base64'
  const others = text.replace(/[\r\n\t -<>-~]/g, '').length
  return others * 2 <= Math.ceil(text.length / 3) ? 'quoted-printable' : 'base64'
}

/** The octets as they travel, one UTF-16 unit an octet. */
export function encodeBody(bytes: Uint8Array, encoding: TransferEncoding): string {
  if (encoding === 'base64') return encodeMimeBase64(bytes)
  if (encoding === 'quoted-printable') return encodeQuotedPrintable(bytes)
  return fromLatin1(bytes)
}

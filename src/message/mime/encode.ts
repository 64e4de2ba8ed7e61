import { encodeBase64 } from '../../core/base64.ts'
import { fromLatin1 } from '../../core/bytes.ts'

/** Characters in a line of an encoded body, without its CRLF (RFC 2045 §6.7, §6.8). */
export const ENCODED_LINE = 76

/** Octets that fill one line of base64. */
const OCTETS_IN_LINE = (ENCODED_LINE / 4) * 3

/** Base64 in lines of 76, each with CRLF (RFC 2045 §6.8). Nothing stays nothing. */
export function encodeMimeBase64(bytes: Uint8Array): string {
  const lines: string[] = []
  for (let at = 0; at < bytes.length; at += OCTETS_IN_LINE)
    lines.push(`${encodeBase64(bytes.subarray(at, at + OCTETS_IN_LINE))}\r\n`)
  return lines.join('')
}

/**
 * Quoted-printable (RFC 2045 §6.7).
 * @param bytes CRLF in them stays a line end; a CR or LF that stands alone is encoded.
 */
export const encodeQuotedPrintable = (bytes: Uint8Array): string =>
  fromLatin1(bytes).split('\r\n').map(encodeLine).join('\r\n')

function encodeLine(line: string): string {
  const out: string[] = []
  let length = 0
  for (let at = 0; at < line.length; at++) {
    const isLast = at === line.length - 1
    const piece = encodeOctet(line, at, isLast)
    // A soft line end takes one column, so a line that goes on has one less.
    if (length + piece.length > (isLast ? ENCODED_LINE : ENCODED_LINE - 1)) {
      out.push('=\r\n')
      length = 0
    }
    out.push(piece)
    length += piece.length
  }
  return out.join('')
}

/** White space at the end of a line would be lost on the way, so it is encoded there (rule 3). */
function encodeOctet(line: string, at: number, isLast: boolean): string {
  const character = line[at]!
  const isWhite = character === ' ' || character === '\t'
  if (isWhite ? !isLast : character !== '=' && character >= '!' && character <= '~')
    return character
  return `=${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
}

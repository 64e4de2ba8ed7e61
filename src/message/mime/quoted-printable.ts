import { latin1 } from '../../core/bytes.ts'
import { trimWhiteEnd } from '../white.ts'

/**
 * Decodes a quoted-printable body (RFC 2045 §6.7): `=XX` is an octet, `=` at a line's end joins it
 * with the next, white space at a line's end goes. A stray `=` stays as it is.
 */
export const decodeQuotedPrintable = (text: string): Uint8Array =>
  latin1(
    withoutTrailingSpace(text)
      .replace(/=\r?\n/g, '')
      .replace(/=([0-9a-f]{2})/gi, (_, digits: string) =>
        String.fromCharCode(parseInt(digits, 16)),
      ),
  )

const withoutTrailingSpace = (text: string): string =>
  text
    .split('\n')
    .map((line) => {
      const end = line.endsWith('\r') ? '\r' : ''
      return trimWhiteEnd(end ? line.slice(0, -1) : line) + end
    })
    .join('\n')

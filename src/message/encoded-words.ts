import { latin1 } from '../core/bytes.ts'
import { decodeCharset } from './charset.ts'
import { decodeMimeBase64 } from './mime/base64.ts'

/** `=?charset?encoding?text?=`, with an optional language behind the charset (RFC 2231 §5). */
const WORD = /=\?([^?*\s]{1,40})(?:\*[^?\s]{0,40})?\?([bq])\?([^?\s]*)\?=/gi

/**
 * Decodes the encoded words of a header value (RFC 2047 §2). White space between two of them goes
 * (§6.2); everything else stays.
 */
export function decodeWords(text: string): string {
  let out = ''
  let at = 0
  let afterWord = false
  for (const found of text.matchAll(WORD)) {
    const between = text.slice(at, found.index)
    if (!afterWord || /\S/.test(between)) out += between
    out += decodeWord(found[1]!, found[2]!, found[3]!)
    at = found.index + found[0].length
    afterWord = true
  }
  return out + text.slice(at)
}

const decodeWord = (charset: string, encoding: string, text: string): string =>
  decodeCharset(/b/i.test(encoding) ? decodeMimeBase64(text) : decodeQ(text), charset)

/** The Q encoding: `_` is a space, `=XX` an octet (RFC 2047 §4.2). */
const decodeQ = (text: string): Uint8Array =>
  latin1(
    text
      .replaceAll('_', ' ')
      .replace(/=([0-9a-f]{2})/gi, (_, digits: string) =>
        String.fromCharCode(parseInt(digits, 16)),
      ),
  )

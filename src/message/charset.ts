import { fromLatin1 } from '../core/bytes.ts'

/**
 * The text that octets stand for in a charset, by its MIME name in any case.
 * @returns The text; broken sequences become U+FFFD. An unknown charset is read as Latin-1.
 */
export function decodeCharset(bytes: Uint8Array, charset: string): string {
  try {
    return new TextDecoder(charset.trim()).decode(bytes)
  } catch {
    return fromLatin1(bytes)
  }
}

/**
 * The same where every octet has to be of the charset.
 * @returns `undefined` where one is not, or the charset is unknown.
 */
export function readCharset(bytes: Uint8Array, charset: string): string | undefined {
  try {
    return new TextDecoder(charset.trim(), { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** One name for all labels of a charset: `latin1` and `ISO-8859-1` have the same. */
export function charsetName(charset: string): string | undefined {
  try {
    return new TextDecoder(charset.trim()).encoding
  } catch {
    return undefined
  }
}

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

import { fromStrictUtf8, latin1 } from '../../../core/bytes.ts'
import { charsetName, readCharset } from '../../../message/charset.ts'
import type { Decode } from './keys.ts'

/**
 * Charsets in which the texts of a search may be written (RFC 9051 §6.4.4): those of mail that are
 * found in messages. BADCHARSET names them.
 */
export const searchCharsets = [
  'US-ASCII',
  'UTF-8',
  ...[1, 2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16].map((part) => `ISO-8859-${part}`),
  ...['windows-874', 'windows-1250', 'windows-1251', 'windows-1252', 'windows-1253'],
  ...['windows-1254', 'windows-1255', 'windows-1256', 'windows-1257', 'windows-1258'],
  ...['KOI8-R', 'KOI8-U', 'GBK', 'GB18030', 'Big5'],
  ...['ISO-2022-JP', 'EUC-JP', 'Shift_JIS', 'EUC-KR'],
] as const

const ascii: Decode = (octets) => (/^[\x00-\x7f]*$/.test(octets) ? octets : undefined) // eslint-disable-line no-control-regex

const utf8: Decode = (octets) => fromStrictUtf8(latin1(octets))

/** By the name that `charsetName` gives; other names of the same charset lead to it too. */
const known = new Set(searchCharsets.slice(2).map(charsetName))

/** @param charset In any case. @returns `undefined` for an unknown charset. */
export function decoderFor(charset: string): Decode | undefined {
  if (/^us-ascii$/i.test(charset)) return ascii
  const name = charsetName(charset)
  if (name === 'utf-8') return utf8
  if (name === undefined || !known.has(name)) return undefined
  return (octets) => readCharset(latin1(octets), charset)
}

/** Where none is named: ASCII, of which UTF-8 is a part. */
export const defaultDecoder: Decode = utf8

import { fromStrictUtf8, latin1 } from '../../../core/bytes.ts'
import type { Decode } from './keys.ts'

/** Charsets in which the texts of a search may be written (RFC 9051 §6.4.4). */
export const searchCharsets = ['US-ASCII', 'UTF-8'] as const

const utf8: Decode = (octets) => fromStrictUtf8(latin1(octets))

const decoders: Readonly<Record<string, Decode>> = {
  'US-ASCII': (octets) => (/^[\x00-\x7f]*$/.test(octets) ? octets : undefined), // eslint-disable-line no-control-regex
  'UTF-8': utf8,
}

/** @param charset In any case of letters. @returns `undefined` for a charset that is not read here. */
export const decoderFor = (charset: string): Decode | undefined => decoders[charset.toUpperCase()]

/** Where none is named: ASCII, of which UTF-8 is a part. */
export const defaultDecoder: Decode = utf8

/** Octets and the texts they stand for. Wire data counts octets; views count characters. */

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
const strictDecoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

export const utf8 = (text: string): Uint8Array<ArrayBuffer> =>
  (text.length <= SHORT && shortAscii(text)) || encoder.encode(text)

/** Units up to which a loop of ours is quicker than a call of the platform's encoder. */
const SHORT = 64

function shortAscii(text: string): Uint8Array<ArrayBuffer> | undefined {
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit > 127) return undefined
    bytes[at] = unit
  }
  return bytes
}

/** Broken sequences become U+FFFD. */
export const fromUtf8 = (bytes: Uint8Array): string => decoder.decode(bytes)

/** @returns The text, or `undefined` if the octets are not UTF-8. */
export function fromStrictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return strictDecoder.decode(bytes)
  } catch {
    return undefined
  }
}

/**
 * A text of one UTF-16 unit an octet as the characters that its octets spell in UTF-8, for people to
 * read. Octets that spell none, and characters, stay as they are.
 */
export const asCharacters = (octets: string): string =>
  BEYOND_ASCII.test(octets)
    ? octets.replace(SEQUENCE, (sequence) => fromStrictUtf8(latin1(sequence)) ?? sequence)
    : octets

const BEYOND_ASCII = /[\x80-\xff]/
/** Octets that have the form of one character beyond ASCII. */
const SEQUENCE = /[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}/g

/** One UTF-16 unit an octet, so that positions in the text are octet positions. Loses nothing. */
export function fromLatin1(bytes: Uint8Array): string {
  const text = westernDecoder.decode(bytes)
  return BEYOND_AN_OCTET.test(text) ? unitByUnit(bytes) : text
}

/**
 * What platforms call Latin-1 is windows-1252, many times as fast as anything else. It differs in 27
 * octets from 80 to 9F, all of which it reads as characters beyond FF.
 */
const westernDecoder = new TextDecoder('latin1')
const BEYOND_AN_OCTET = /[^\0-\xff]/

function unitByUnit(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += CHUNK)
    text += String.fromCharCode(...bytes.subarray(at, at + CHUNK))
  return text
}

const CHUNK = 8192

/** The inverse of `fromLatin1`; units over 255 keep their low octet. */
export function latin1(text: string): Uint8Array<ArrayBuffer> {
  if (text.length > SHORT) {
    // As many octets of UTF-8 as units: then it is ASCII, which is the same in both.
    const ascii = encoder.encode(text)
    if (ascii.length === text.length) return ascii
  }
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at)
  return bytes
}

export function concatBytes(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** A text in UTF-8, and octets behind it. */
export function textBefore(text: string, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(text.length + bytes.length)
  const { read, written } = encoder.encodeInto(text, whole.subarray(0, text.length))
  // As many octets as units: it is ASCII, and was written where it belongs.
  if (read !== text.length || written !== text.length) return concatBytes([utf8(text), bytes])
  whole.set(bytes, text.length)
  return whole
}

export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false
  return true
}

/** Lower-case hexadecimal. */
export const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (octet) => octet.toString(16).padStart(2, '0')).join('')

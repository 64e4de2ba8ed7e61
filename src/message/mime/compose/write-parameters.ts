import { utf8 } from '../../../core/bytes.ts'

/** Characters of a value in one piece of a parameter, so that lines stay short (RFC 2231 §3). */
const PIECE = 56

/** Plain values stay whole up to here: many readers know no pieces. A limit of ours. */
const WHOLE = 200

/** RFC 2045 §5.1: what a value may be made of without quotes. */
const TOKEN = /^[!#$%&'*+\-.0-9A-Z^_`a-z{|}~]+$/

/** RFC 2231 §7, attribute-char: what stands unencoded in an extended value. */
const PLAIN = /[!#$&+\-.0-9A-Z^_`a-z{|}~]/

/**
 * `name=value` for a `Content-Type` or `Content-Disposition` field. What is not ASCII is written
 * as UTF-8 in percent signs, what is long in numbered pieces (RFC 2231 §3, §4).
 * @returns One string a piece: they go behind semicolons.
 */
export function writeParameter(name: string, value: string): string[] {
  if (/[^\x20-\x7e]/.test(value)) return writeExtended(name, value)
  if (value.length <= WHOLE) return [`${name}=${quoteIfNeeded(value)}`]
  return cut(value, PIECE).map((piece, at) => `${name}*${at}=${quoteIfNeeded(piece)}`)
}

const quoteIfNeeded = (value: string): string =>
  TOKEN.test(value) ? value : `"${value.replace(/["\\]/g, '\\$&')}"`

function writeExtended(name: string, value: string): string[] {
  const characters = Array.from(utf8(value), (octet) => percent(octet))
  const pieces: string[] = []
  let piece = "utf-8''"
  for (const character of characters) {
    if (piece.length + character.length > PIECE) {
      pieces.push(piece)
      piece = ''
    }
    piece += character
  }
  pieces.push(piece)
  return pieces.length === 1
    ? [`${name}*=${pieces[0]}`]
    : pieces.map((text, at) => `${name}*${at}*=${text}`)
}

function percent(octet: number): string {
  const character = String.fromCharCode(octet)
  return octet < 128 && PLAIN.test(character)
    ? character
    : `%${octet.toString(16).toUpperCase().padStart(2, '0')}`
}

function cut(text: string, length: number): string[] {
  const pieces: string[] = []
  for (let at = 0; at < text.length; at += length) pieces.push(text.slice(at, at + length))
  return pieces
}

/** A value with its parameters: `text/plain; charset=utf-8`. */
export const writeParameterValue = (
  value: string,
  parameters: Readonly<Record<string, string>> = {},
): string =>
  [value, ...Object.entries(parameters).flatMap(([name, text]) => writeParameter(name, text))].join(
    '; ',
  )

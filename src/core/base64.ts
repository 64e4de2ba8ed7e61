/** Base64 (RFC 4648 §4), read with the position of the first fault. */

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

export function encodeBase64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) text += encodeGroup(bytes, at)
  return text
}

function encodeGroup(bytes: Uint8Array, at: number): string {
  const [a, b, c] = [bytes[at]!, bytes[at + 1], bytes[at + 2]]
  const bits = (a << 16) | ((b ?? 0) << 8) | (c ?? 0)
  return (
    characterOf(bits >> 18) +
    characterOf(bits >> 12) +
    (b === undefined ? '=' : characterOf(bits >> 6)) +
    (c === undefined ? '=' : characterOf(bits))
  )
}

const characterOf = (bits: number): string => ALPHABET[bits & 63]!

export type Base64Result =
  | { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly ok: false; readonly at: number; readonly reason: Base64Problem }

export type Base64Problem = 'character' | 'padding' | 'length'

/**
 * Decodes base64; white space between characters is skipped (RFC 6376 §2.10 allows folding).
 * @returns The octets, or where the first problem is: a character outside the alphabet, padding
 * before the end, or a length that is no whole number of octets. Never throws.
 */
export function decodeBase64(text: string): Base64Result {
  const bytes = new Uint8Array((text.length * 3) >> 2)
  let size = 0
  let bits = 0
  let held = 0
  let count = 0
  let padding = 0
  for (let at = 0; at < text.length; at++) {
    const kind = kindOf(text, at)
    if (kind === SPACE) continue
    count++
    if (kind === PADDING) {
      padding++
      continue
    }
    if (kind === OTHER) return { ok: false, at, reason: 'character' }
    if (padding) return { ok: false, at, reason: 'padding' }
    bits = ((bits << 6) | kind) & 0xffffff
    held += 6
    if (held >= 8) bytes[size++] = (bits >> (held -= 8)) & 255
  }
  if (padding > 2) return { ok: false, at: text.lastIndexOf('='), reason: 'padding' }
  if (count % 4) return { ok: false, at: text.length, reason: 'length' }
  return { ok: true, bytes: bytes.slice(0, size) }
}

/** What a character is, beside the 64 values of the alphabet. */
const SPACE = 64
const PADDING = 65
const OTHER = 66

const KINDS = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code)
  if (/\s/.test(character)) return SPACE
  if (character === '=') return PADDING
  const value = ALPHABET.indexOf(character)
  return value < 0 ? OTHER : value
})

function kindOf(text: string, at: number): number {
  const kind = KINDS[text.charCodeAt(at)]
  if (kind !== undefined) return kind
  return /\s/.test(text[at]!) ? SPACE : OTHER
}

/** Base64 (RFC 4648 §4), read with the position of the first fault. */

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const VALUE = new Map([...ALPHABET].map((letter, value) => [letter, value]))

export function encodeBase64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) text += encodeGroup(bytes.subarray(at, at + 3))
  return text
}

function encodeGroup(group: Uint8Array): string {
  const [a = 0, b = 0, c = 0] = group
  const bits = (a << 16) | (b << 8) | c
  const letters = [18, 12, 6, 0].map((by) => ALPHABET[(bits >> by) & 63])
  return letters
    .slice(0, group.length + 1)
    .join('')
    .padEnd(4, '=')
}

export type Base64Result =
  | { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly ok: false; readonly at: number; readonly reason: Base64Fault }

export type Base64Fault = 'letter' | 'padding' | 'length'

/**
 * Decodes base64; white space between letters is skipped (RFC 6376 §2.10 allows folding).
 * @returns The octets, or where the first fault stands: a letter outside the alphabet, padding that
 * is not at the end, or a length that is no whole number of octets. Never throws.
 */
export function decodeBase64(text: string): Base64Result {
  const bytes: number[] = []
  let bits = 0
  let held = 0
  let letters = 0
  let padding = 0
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]!
    if (/\s/.test(letter)) continue
    letters++
    if (letter === '=') {
      padding++
      continue
    }
    const value = VALUE.get(letter)
    if (value === undefined) return { ok: false, at, reason: 'letter' }
    if (padding) return { ok: false, at, reason: 'padding' }
    bits = ((bits << 6) | value) & 0xffffff
    held += 6
    if (held >= 8) bytes.push((bits >> (held -= 8)) & 255)
  }
  if (padding > 2) return { ok: false, at: text.lastIndexOf('='), reason: 'padding' }
  if (letters % 4) return { ok: false, at: text.length, reason: 'length' }
  return { ok: true, bytes: Uint8Array.from(bytes) }
}

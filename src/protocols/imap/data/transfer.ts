/** Content-Transfer-Encodings (RFC 2045 §6), undone straight on octets. */

/**
 * The octets with their transfer encoding undone. Damaged text gives what can be read of it.
 * @returns `undefined` for an unknown encoding, such as `x-uuencode`.
 */
export function decodeTransfer(bytes: Uint8Array, encoding: string): Uint8Array | undefined {
  switch (encoding.toLowerCase()) {
    case '7bit':
    case '8bit':
    case 'binary':
      return bytes
    case 'base64':
      return decodeBase64(bytes)
    case 'quoted-printable':
      return decodeQuotedPrintable(bytes)
    default:
      return undefined
  }
}

const NOT_IN_ALPHABET = 255
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const valueOf = new Uint8Array(256).fill(NOT_IN_ALPHABET)
for (const [value, character] of [...alphabet].entries()) valueOf[character.charCodeAt(0)] = value

const EQUALS = 61

/** Octets outside the alphabet are skipped (§6.8); padding ends the data. */
function decodeBase64(bytes: Uint8Array): Uint8Array {
  const decoded = new Uint8Array(Math.ceil((bytes.length * 3) / 4))
  let to = 0
  let bits = 0
  let held = 0
  for (const octet of bytes) {
    if (octet === EQUALS) break
    const value = valueOf[octet]!
    if (value === NOT_IN_ALPHABET) continue
    bits = ((bits << 6) | value) & 0xfffff
    held += 6
    if (held >= 8) decoded[to++] = bits >> (held -= 8)
  }
  return decoded.subarray(0, to)
}

const TAB = 9
const LF = 10
const CR = 13
const SPACE = 32

/** White space at the end of a line goes (§6.7 rule 3); a `=` that means nothing stays. */
function decodeQuotedPrintable(bytes: Uint8Array): Uint8Array {
  const decoded = new Uint8Array(bytes.length)
  let to = 0
  for (let at = 0; at < bytes.length;) {
    const octet = bytes[at]!
    if (octet === SPACE || octet === TAB) {
      const end = endOfWhite(bytes, at)
      if (!endsLine(bytes, end)) for (let white = at; white < end;) decoded[to++] = bytes[white++]!
      at = end
    } else if (octet !== EQUALS) {
      decoded[to++] = octet
      at++
    } else {
      const read = readEscape(bytes, at)
      if (read.octet !== undefined) decoded[to++] = read.octet
      at = read.next
    }
  }
  return decoded.subarray(0, to)
}

function endOfWhite(bytes: Uint8Array, from: number): number {
  let at = from
  while (bytes[at] === SPACE || bytes[at] === TAB) at++
  return at
}

const endsLine = (bytes: Uint8Array, at: number): boolean =>
  at >= bytes.length || bytes[at] === LF || (bytes[at] === CR && bytes[at + 1] === LF)

interface Escape {
  /** None for a soft line break. */
  readonly octet?: number
  readonly next: number
}

/** `=XX`, or a `=` that joins a line with the next (rules 1 and 5). */
function readEscape(bytes: Uint8Array, at: number): Escape {
  const [high, low] = [hexValue(bytes[at + 1]), hexValue(bytes[at + 2])]
  if (high >= 0 && low >= 0) return { octet: high * 16 + low, next: at + 3 }
  const end = endOfWhite(bytes, at + 1)
  if (end < bytes.length && endsLine(bytes, end))
    return { next: bytes[end] === LF ? end + 1 : end + 2 }
  return { octet: EQUALS, next: at + 1 }
}

/** -1 for what is no hexadecimal digit. */
function hexValue(octet: number | undefined): number {
  if (octet === undefined) return -1
  if (octet >= 48 && octet <= 57) return octet - 48
  const upper = octet & 0xdf
  return upper >= 65 && upper <= 70 ? upper - 55 : -1
}

import { fromUtf8, concatBytes } from '../../core/bytes.ts'

const none = new Uint8Array(0)

/**
 * Makes what a server sends fit to be shown, piece by piece as it comes: UTF-8, with U+FFFD for what
 * is not. No control character passes but the line end.
 */
export class WireText {
  /** Octets of a character that is not whole yet. */
  #held: Uint8Array = none
  /** Whether a carriage return waits for its line feed. */
  #isReturned = false

  /** @returns Text with `\n` line ends; every other control character is made visible. */
  read(bytes: Uint8Array): string {
    const whole = this.#held.length ? concatBytes([this.#held, bytes]) : bytes
    const end = wholeCharacters(whole)
    this.#held = whole.slice(end)
    return this.#visible(fromUtf8(whole.subarray(0, end)))
  }

  /** @returns The beginning of a character or line end whose rest never came. */
  end(): string {
    const rest = this.#visible(fromUtf8(this.#held)) + (this.#isReturned ? showControl(13) : '')
    this.#held = none
    this.#isReturned = false
    return rest
  }

  #visible(text: string): string {
    const whole = (this.#isReturned ? '\r' : '') + text
    this.#isReturned = whole.endsWith('\r')
    return (this.#isReturned ? whole.slice(0, -1) : whole)
      .replaceAll('\r\n', '\n')
      .replace(HARMFUL, (found) => showControl(found.codePointAt(0)!))
  }
}

/**
 * C0 without the line feed, DEL, C1, and the characters that turn the direction of text around: a
 * server could write a sentence with them that reads otherwise than it is.
 */
// eslint-disable-next-line no-control-regex -- controls are what is looked for
const HARMFUL = /[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g

/** `^[` for an escape, as `cat -v` does; `<U+202E>` beyond ASCII; four spaces for a tab. */
export function showControl(codePoint: number): string {
  if (codePoint === 9) return '    '
  if (codePoint < 32) return `^${String.fromCharCode(codePoint + 64)}`
  if (codePoint === 127) return '^?'
  return `<U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}>`
}

/** Where the last character starts if its octets are not all there yet; else the end. */
function wholeCharacters(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const octet = bytes[bytes.length - back]!
    if (octet < 0x80) break
    if (octet >= 0xc0) return lengthOfCharacter(octet) > back ? bytes.length - back : bytes.length
  }
  return bytes.length
}

/** Octets of the character that this octet begins (RFC 3629 §3). */
const lengthOfCharacter = (first: number): number =>
  first >= 0xf0 && first < 0xf5 ? 4 : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xc2 ? 2 : 1

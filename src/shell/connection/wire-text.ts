import { fromUtf8, concatBytes } from '../../core/bytes.ts'

/** Makes what a server sends fit to be shown, piece by piece as it comes. */
export interface WireReader {
  /** @returns Text with `\n` line ends; every other control character is made visible. */
  read(bytes: Uint8Array): string
  /** What was held back: the beginning of a character or line end whose rest never came. */
  end(): string
}

const none = new Uint8Array(0)

/** UTF-8, with U+FFFD for what is not. No control character passes but the line end. */
export function createWireReader(): WireReader {
  let held: Uint8Array = none
  let returned = false

  function visible(text: string): string {
    const whole = (returned ? '\r' : '') + text
    returned = whole.endsWith('\r')
    return (returned ? whole.slice(0, -1) : whole)
      .replaceAll('\r\n', '\n')
      .replace(HARMFUL, (found) => showControl(found.codePointAt(0)!))
  }

  return {
    read(bytes) {
      const whole = held.length ? concatBytes([held, bytes]) : bytes
      const end = wholeCharacters(whole)
      held = whole.slice(end)
      return visible(fromUtf8(whole.subarray(0, end)))
    },
    end() {
      const rest = visible(fromUtf8(held)) + (returned ? showControl(13) : '')
      held = none
      returned = false
      return rest
    },
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

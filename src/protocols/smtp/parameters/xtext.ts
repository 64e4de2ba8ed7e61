import { fromUtf8, latin1, utf8 } from '../../../core/bytes.ts'

/** `xchar` and `hexchar` (RFC 3461 §4): printable ASCII but `+` and `=`, and `+` with two digits. */
const XTEXT = /^(?:[!-*,-<>-~]|\+[\dA-F]{2})*$/

/** @returns What xtext stands for, or `undefined` if it is none. Octets beyond ASCII read as UTF-8. */
export function decodeXtext(xtext: string): string | undefined {
  if (!XTEXT.test(xtext)) return undefined
  const octets = xtext.replace(/\+(..)/g, (_, digits: string) =>
    String.fromCharCode(parseInt(digits, 16)),
  )
  return fromUtf8(latin1(octets))
}

/** Text as xtext: what may not stand in a parameter becomes `+` and two digits. */
export const encodeXtext = (text: string): string =>
  Array.from(utf8(text), (octet) =>
    octet > 32 && octet < 127 && octet !== 43 && octet !== 61
      ? String.fromCharCode(octet)
      : `+${octet.toString(16).toUpperCase().padStart(2, '0')}`,
  ).join('')

/** RFC 3461 §4.2, §4.4: the value must be printable ASCII before it is encoded. */
export const isPrintable = (text: string): boolean => /^[\t\x20-\x7e]*$/.test(text)

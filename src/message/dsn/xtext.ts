import { fromUtf8, latin1, utf8 } from '../../core/bytes.ts'

/** `xchar` and `hexchar` (RFC 3461 §4): printable ASCII but `+` and `=`, and `+` with two digits. */
const XTEXT = /^(?:[!-*,-<>-~]|\+[\dA-F]{2})*$/

/** Text as xtext (RFC 3461 §4): what may not stand in a parameter becomes `+` and two digits. */
export const encodeXtext = (text: string): string =>
  Array.from(utf8(text), (octet) =>
    octet > 32 && octet < 127 && octet !== 43 && octet !== 61
      ? String.fromCharCode(octet)
      : `+${octet.toString(16).toUpperCase().padStart(2, '0')}`,
  ).join('')

/** @returns What xtext stands for, or `undefined` if it is none. Octets beyond ASCII read as UTF-8. */
export function decodeXtext(xtext: string): string | undefined {
  if (!XTEXT.test(xtext)) return undefined
  const octets = xtext.replace(/\+(..)/g, (_, digits: string) =>
    String.fromCharCode(parseInt(digits, 16)),
  )
  return fromUtf8(latin1(octets))
}

/** Whether an address is of the type `utf-8`, which has an encoding of its own (RFC 6533 §3). */
export const isUtf8Type = (type: string): boolean => type.toLowerCase() === 'utf-8'

/** An address of the type `utf-8` in ASCII, for servers with and without SMTPUTF8 (RFC 6533 §3). */
const encodeUtf8Address = (address: string): string =>
  address.replace(/[^!-*,-<>-[\]-~]/gu, (character) => `\\x{${hexOf(character.codePointAt(0)!)}}`)

const hexOf = (code: number): string => code.toString(16).toUpperCase().padStart(2, '0')

/** `utf-8-enc-addr`, so far as it can stand in a parameter: no space, no `=`, no lone backslash. */
const UTF8_ADDRESS = /^(?:[!-<>-[\]-~\u{80}-\u{10ffff}]|\\x\{[\dA-F]{2,6}\})+$/u

function decodeUtf8Address(text: string): string | undefined {
  if (!UTF8_ADDRESS.test(text)) return undefined
  const codes = Array.from(text.matchAll(/\\x\{([\dA-F]+)\}/g), ([, digits]) =>
    parseInt(digits!, 16),
  )
  if (codes.some((code) => code < 32 || (code >= 0xd800 && code < 0xe000) || code > 0x10ffff))
    return undefined
  return text.replace(/\\x\{([\dA-F]+)\}/g, (_, digits: string) =>
    String.fromCodePoint(parseInt(digits, 16)),
  )
}

/** The address of an ORCPT, in the encoding of its type (RFC 3461 §4.2, RFC 6533 §3). */
export const encodeRecipient = (type: string, address: string): string =>
  isUtf8Type(type) ? encodeUtf8Address(address) : encodeXtext(address)

/** @returns The address of an ORCPT, or `undefined` where its encoding is broken. */
export function decodeRecipient(type: string, encoded: string): string | undefined {
  if (isUtf8Type(type)) return decodeUtf8Address(encoded)
  const address = decodeXtext(encoded)
  return address !== undefined && isPrintable(address) ? address : undefined
}

/** RFC 3461 §4.2, §4.4: the value must be printable ASCII before it is encoded. */
export const isPrintable = (text: string): boolean => /^[\t\x20-\x7e]*$/.test(text)

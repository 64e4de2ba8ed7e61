import { fromStrictUtf8, latin1 } from '../../../core/bytes.ts'

/**
 * Data on the wire is written as texts of one UTF-16 unit an octet (`latin1` gives the octets), so
 * that a literal's count is its length.
 *
 * What a session takes in quoted strings: `ascii` until the client enabled IMAP4rev2 or UTF8=ACCEPT,
 * then `utf8` (RFC 9051 §9, RFC 6855 §3).
 */
export type Wire = 'ascii' | 'utf8'

/** `string`: quoted where it can be, otherwise a literal. */
export function printString(text: string, wire: Wire = 'ascii'): string {
  const form = formOf(text)
  if (form === 'plain') return `"${text}"`
  const quotable = form === 'escaped' || (form === 'eight-bit' && wire === 'utf8' && isUtf8(text))
  return quotable ? `"${text.replace(/["\\]/g, '\\$&')}"` : printLiteral(text)
}

/** `nstring`: `NIL` for what is not there, which is not the empty string. */
export const printNstring = (text: string | undefined, wire: Wire = 'ascii'): string =>
  text === undefined ? 'NIL' : printString(text, wire)

/** `astring`: an atom where it can be. */
export const printAstring = (text: string, wire: Wire = 'ascii'): string =>
  ASTRING.test(text) ? text : printString(text, wire)

/** `ASTRING-CHAR`: ATOM-CHAR or `]` (RFC 9051 §9). */
const ASTRING = /^[!#$&'+-[\]-z|}~]+$/

/** `{count}` and the octets. NUL cannot travel in a literal (§4.3): it goes as the octet 80. */
export const printLiteral = (text: string): string =>
  `{${text.length}}\r\n${text.includes('\0') ? text.replaceAll('\0', '\x80') : text}`

/** The octets of a literal: unchanged, unless one is NUL. */
export const literalOctets = (bytes: Uint8Array): Uint8Array =>
  bytes.includes(0) ? bytes.map((octet) => octet || 0x80) : bytes

type Form = 'plain' | 'escaped' | 'eight-bit' | 'literal'

function formOf(text: string): Form {
  let form: Form = 'plain'
  for (let at = 0; at < text.length; at++) {
    const octet = text.charCodeAt(at)
    if (octet === 0 || octet === 10 || octet === 13) return 'literal'
    if (octet > 126) form = octet === 127 ? form : 'eight-bit'
    else if ((octet === 34 || octet === 92) && form === 'plain') form = 'escaped'
  }
  return form
}

const isUtf8 = (text: string): boolean => fromStrictUtf8(latin1(text)) !== undefined

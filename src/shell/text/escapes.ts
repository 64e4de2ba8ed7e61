import { fromLatin1, utf8 } from '../../core/bytes.ts'

const SHORT: Readonly<Record<string, string>> = {
  ...{ a: '\x07', b: '\b', e: '\x1b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' },
  ...{ '\\': '\\', '"': '"' },
}

const ESCAPE = /\\(?:([abefnrtv\\"])|x([\da-fA-F]{1,2})|u([\da-fA-F]{1,4})|0?([0-7]{1,3})|(c))/g

/**
 * Fills in `\n`, `\r`, `\x41`, `\101`, `\u00e9` as `printf` and `echo -e` do; others stay as they are.
 * @param text Characters. @returns Octets, one unit each; what stands behind `\c` is left out.
 */
export function withEscapes(text: string): { readonly octets: string; readonly isCut: boolean } {
  let octets = ''
  let at = 0
  for (const found of text.matchAll(ESCAPE)) {
    const [whole, short, hex, unicode, octal, cut] = found
    octets += units(text.slice(at, found.index))
    at = found.index + whole.length
    if (cut) return { octets, isCut: true }
    if (short) octets += SHORT[short]!
    else if (unicode) octets += units(String.fromCharCode(parseInt(unicode, 16)))
    else octets += String.fromCharCode(parseInt(hex ?? octal!, hex ? 16 : 8) & 255)
  }
  return { octets: octets + units(text.slice(at)), isCut: false }
}

/** The octets of characters, one unit each. */
export const units = (text: string): string => fromLatin1(utf8(text))

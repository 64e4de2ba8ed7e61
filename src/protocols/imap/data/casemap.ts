/**
 * The collation `i;unicode-casemap` (RFC 5051), under which texts that differ in case or in how an
 * accent is composed are the same: each character in upper case, if that is one character, then
 * decomposed; compared as the octets of UTF-8. Where the RFC takes title case, upper case stands
 * here: the two differ in the four Croatian digraphs and some Greek letters alone.
 */
export function casemap(text: string): string {
  if (ASCII.test(text)) return text.toUpperCase()
  let mapped = ''
  for (const character of text) mapped += upper(character)
  return mapped.normalize('NFKD')
}

const ASCII = /^[\0-\x7f]*$/

/** `ß` has an upper case of two characters: the simple mapping leaves it. */
function upper(character: string): string {
  const mapped = character.toUpperCase()
  return mapped.length <= character.length ? mapped : character
}

/** Orders mapped texts as their UTF-8: by code point, where `<` would go by UTF-16 unit. */
export function compareMapped(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let at = 0; at < length; at++) {
    const [left, right] = [a.charCodeAt(at), b.charCodeAt(at)]
    if (left !== right) return rank(left) - rank(right)
  }
  return a.length - b.length
}

/** Surrogates encode characters beyond U+FFFF: they come last. */
const rank = (unit: number): number => (unit >= 0xd800 && unit < 0xe000 ? unit + 0x10000 : unit)

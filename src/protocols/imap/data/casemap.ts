/**
 * The collation `i;unicode-casemap` (RFC 5051), under which texts that differ in case or in how an
 * accent is composed are the same: each character in upper case, if that is one character, then
 * decomposed; compared as the octets of UTF-8. Where the RFC takes title case, upper case stands
 * here: the two differ in the four Croatian digraphs and some Greek letters alone.
 */
export function casemap(text: string): string {
  if (ASCII.test(text)) return text.toUpperCase()
  return simpleUpper(text).normalize('NFKD')
}

const ASCII = /^[\0-\x7f]*$/

/** All in one go: character by character would take twenty times as long. */
const simpleUpper = (text: string): string =>
  LONGER.test(text)
    ? text
        .split(LONGER)
        .map((part) => (LONGER.test(part) ? part : part.toUpperCase()))
        .join('')
    : text.toUpperCase()

/** Characters such as `ß` whose upper case has several: the simple mapping leaves them. */
const LONGER =
  /([\xdf\u0149\u01f0\u0390\u03b0\u0587\u1e96-\u1e9a\u1f50\u1f52\u1f54\u1f56\u1f80-\u1faf\u1fb2-\u1fb4\u1fb6\u1fb7\u1fbc\u1fc2-\u1fc4\u1fc6\u1fc7\u1fcc\u1fd2\u1fd3\u1fd6\u1fd7\u1fe2-\u1fe4\u1fe6\u1fe7\u1ff2-\u1ff4\u1ff6\u1ff7\u1ffc\ufb00-\ufb06\ufb13-\ufb17]+)/

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

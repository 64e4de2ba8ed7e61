/**
 * SASLprep (RFC 4013): two ways to type the same name or password become the same octets. What it
 * does here: spaces beyond ASCII become a space, characters that are "commonly mapped to nothing"
 * go (§2.1), NFKC (§2.2), then prohibited characters (§2.3) and mixed directions (§2.4) are refused.
 * What it leaves out: it takes the Unicode of the machine and not version 3.2, and does not refuse
 * code points that 3.2 had not assigned.
 * @returns `undefined` for a text that may not be used.
 */
export function saslPrepare(text: string): string | undefined {
  if (/^[\x20-\x7e]*$/.test(text)) return text
  const prepared = text.replace(SPACES, ' ').replace(MAPPED_TO_NOTHING, '').normalize('NFKC')
  if (PROHIBITED.test(prepared) || hasMixedDirections(prepared)) return undefined
  return prepared
}

/** RFC 3454 table C.1.2. */
const SPACES = /[\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000]/g

/** RFC 3454 table B.1; combining marks and joiners among them are what it names. */
const MAPPED_TO_NOTHING =
  // eslint-disable-next-line no-misleading-character-class -- single code points of the table
  /[\u00ad\u034f\u1806\u180b-\u180d\u200c\u200d\u2060\ufe00-\ufe0f\ufeff]/g

/** RFC 3454 tables C.2.1, C.2.2, C.3 to C.9. */
const PROHIBITED =
  /\u0340|\u0341|[\p{Cc}\u06dd\u070f\u180e\u2028\u2029\u2060-\u206f\ufeff\ufff9-\ufffd\u{1d173}-\u{1d17a}]|\p{Co}|\p{Cs}|\p{Noncharacter_Code_Point}|[\u2ff0-\u2ffb\u200e\u200f\u202a-\u202e\u{e0001}\u{e0020}-\u{e007f}]/u

/** RFC 3454 §6: a text with Hebrew or Arabic letters has them at both ends, and no Latin ones. */
function hasMixedDirections(text: string): boolean {
  if (!RIGHT_TO_LEFT.test(text)) return false
  const characters = [...text]
  const ends = [characters[0]!, characters.at(-1)!]
  return LEFT_TO_RIGHT.test(text) || !ends.every((character) => RIGHT_TO_LEFT.test(character))
}

const RIGHT_TO_LEFT = /\p{Script=Hebrew}|\p{Script=Arabic}|\p{Script=Syriac}|\p{Script=Thaana}/u

const LEFT_TO_RIGHT =
  /\p{Script=Latin}|\p{Script=Greek}|\p{Script=Cyrillic}|\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/u

/** Whether two passwords are the same one, typed maybe in two ways. One that may not be used is none's. */
export function samePassword(typed: string, kept: string): boolean {
  const prepared = saslPrepare(typed)
  return prepared !== undefined && prepared === saslPrepare(kept)
}

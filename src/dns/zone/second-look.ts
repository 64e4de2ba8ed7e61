/** What is asked of a text or an entry at once: whether it deserves a second look. Almost none does. */
import { countMarks } from './lexer.ts'
import type { Entry, Word } from './tokens.ts'

/** UTF-16 units of a zone that are read. */
export const MAX_ZONE = 4_000_000

/** Whether the file as a whole is odd: how it starts, how its lines end, how long it is. */
export const isOddFile = (text: string): boolean =>
  countMarks(text) > 0 || text.includes('\r\n') || text.length > MAX_ZONE

/** Whether quotes or parentheses of an entry have no partner. */
export const isUnbalanced = ({ stray, unclosed, lines }: Entry): boolean =>
  stray.length > 0 ||
  unclosed !== undefined ||
  lines.some(({ tokens }) => tokens.some(({ unbalanced }) => unbalanced))

/** Spaces and invisible marks that no name server takes for a space. */
export const ODD_SPACE = /[\u00a0\u00ad\u1680\u2000-\u200f\u2028-\u202f\u205f\u2060\u3000\ufeff]+/

/** Whether such characters are in a text. */
export const hasOddCharacters = (text: string): boolean => ODD_SPACE.test(text)

/** Quotes that are not `"`. */
export const QUOTE = String.raw`['\u0060\u00b4\u00ab\u00bb\u2018-\u201f\u2032-\u2037\u2039\u203a\uff02\uff07]`

const ANY_MARK = new RegExp(String.raw`(?:^|[\s"(])(?:#|//|/\*|<!--|--|[-=*~]{3}|${QUOTE})`, 'm')

/** Whether quotes or comments of other languages could be in a text. */
export const hasMarks = (text: string): boolean => ANY_MARK.test(text)

/** How the text of a record begins that mail reads. */
export const RECORD_TEXT = /^v=(?:spf1|DKIM1|DMARC1|STSv1|TLSRPTv1|BIMI1)\b/i

/** Whether the text of a record stands where its name belongs. */
export const isTextOwner = ({ raw }: Word): boolean => RECORD_TEXT.test(raw)

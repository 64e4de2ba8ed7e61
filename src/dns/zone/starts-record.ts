import { slice } from '../../core/span.ts'
import type { Line } from './tokens.ts'
import { isClass, typeNumber } from './type-numbers.ts'

/** An owner, a TTL and a class may stand before the type. */
const WORDS_BEFORE_TYPE = 3

/**
 * Whether a line looks like the start of a record or directive rather than a part of the data above
 * it. Only asked where a parenthesis was left open, to find where reading can go on.
 */
export function startsRecord(line: Line, text: string): boolean {
  const first = line.tokens[0]
  if (first?.kind !== 'word') return false
  if (!line.indented && text[first.span.from] === '$') return true
  const heads = line.tokens.slice(line.indented ? 0 : 1, WORDS_BEFORE_TYPE + 1)
  return heads.some((token) => token.kind === 'word' && isHead(slice(text, token.span)))
}

/** Whether a word stands before a record's data, and is no owner. */
export const isHead = (word: string): boolean => isClass(word) || typeNumber(word) !== undefined

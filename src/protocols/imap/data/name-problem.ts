import { DELIMITER } from '../../store/store.ts'

/** Why a text can be no mailbox name, whatever mailboxes there are. */
export type NameProblem =
  /** No modified UTF-7 (RFC 3501 §5.1.3), or no UTF-8. */
  | 'not-utf7'
  | 'not-utf8'
  | 'too-long'
  | 'empty'
  /** Hierarchy delimiters at the beginning, at the end, or one right after another. */
  | 'delimiter-first'
  | 'delimiter-last'
  | 'delimiter-twice'
  /** `%` or `*`, which LIST could not name alone (RFC 9051 §6.3.9). */
  | 'wildcard'
  | 'control-character'

/** @returns What is wrong with a name that the store does not take; `undefined` if its parts are in order. */
export function nameProblemOf(name: string): NameProblem | undefined {
  if (name === '') return 'empty'
  if (name.startsWith(DELIMITER)) return 'delimiter-first'
  if (name.includes(DELIMITER + DELIMITER)) return 'delimiter-twice'
  if (/\p{Cc}|\p{Cs}/u.test(name)) return 'control-character'
  return name.endsWith(DELIMITER) ? 'delimiter-last' : undefined
}

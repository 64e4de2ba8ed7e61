import type { SequenceSet } from '../sequence-set.ts'

/** One condition of SEARCH, SORT or THREAD (RFC 9051 §6.4.4); several at once are an `and`. */
export type SearchKey =
  | { readonly key: PlainKey }
  | { readonly key: TextKey; readonly text: string }
  | { readonly key: 'header'; readonly name: string; readonly text: string }
  | { readonly key: 'keyword' | 'unkeyword'; readonly flag: string }
  | { readonly key: 'larger' | 'smaller'; readonly octets: number }
  | { readonly key: DayKey; readonly day: Day }
  /** RFC 5032 §2: seconds back from now. */
  | { readonly key: 'older' | 'younger'; readonly seconds: number }
  /** RFC 7162 §3.1.5: this mod-sequence or a higher one. */
  | { readonly key: 'modseq'; readonly modseq: number }
  | { readonly key: 'uid' | 'sequence'; readonly set: SequenceSet }
  /** RFC 8474 §6. */
  | { readonly key: 'emailid' | 'threadid'; readonly id: string }
  | { readonly key: 'not'; readonly inner: SearchKey }
  | { readonly key: 'or'; readonly left: SearchKey; readonly right: SearchKey }
  | { readonly key: 'and'; readonly keys: readonly SearchKey[] }

/** `saved` is `$`, the result that an earlier SEARCH RETURN (SAVE) kept (RFC 5182 §2). */
export type PlainKey =
  | 'all'
  | 'answered'
  | 'deleted'
  | 'draft'
  | 'flagged'
  | 'new'
  | 'old'
  | 'recent'
  | 'saved'
  | 'seen'
  | 'unanswered'
  | 'undeleted'
  | 'undraft'
  | 'unflagged'
  | 'unseen'

/** Keys whose argument is a text, in Unicode: the command's reader decodes its CHARSET. */
export type TextKey = 'bcc' | 'body' | 'cc' | 'from' | 'subject' | 'text' | 'to'

export type DayKey = 'before' | 'on' | 'since' | 'sentbefore' | 'senton' | 'sentsince'

/** A calendar day as days since 1 January 1970; time and zone play no part (RFC 9051 §6.4.4). */
export type Day = number

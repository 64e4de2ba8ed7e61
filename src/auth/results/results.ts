import type { Span } from '../../core/span.ts'
import type { Word } from '../tag-list.ts'

/** The value of an Authentication-Results field (RFC 8601 §2.2). Spans count in the given text. */
export interface AuthenticationResults {
  readonly text: string
  /** The part of `text` that was read. */
  readonly within: Span
  /** Who judged, without quotes; absent where the field does not name it. */
  readonly authservId?: Word
  /** The format's version; absent: 1. */
  readonly version?: Word
  /** Where `none` states that nothing was checked. */
  readonly none?: Span
  readonly results: readonly MethodResult[]
  /** What stands in parentheses, without them. */
  readonly comments: readonly Word[]
  readonly problems: readonly ResultsProblem[]
}

/** One `method=result` with what belongs to it. */
export interface MethodResult {
  readonly method: Word
  readonly methodVersion?: Word
  readonly result: Word
  /** `reason=`, without quotes. */
  readonly reason?: Word
  readonly properties: readonly Property[]
  /** From the method to the end of its last property or comment. */
  readonly span: Span
}

/** One `ptype.property=value`. */
export interface Property {
  readonly ptype: Word
  readonly property: Word
  readonly value: PropertyValue
  readonly span: Span
}

export interface PropertyValue extends Word {
  /** Written as a quoted string; `text` stands without its quotes and escapes. */
  readonly quoted: boolean
}

/** What does not fit the grammar. Each kind has one lint rule that states its fix. */
export interface ResultsProblem {
  readonly kind:
    | 'authserv-id'
    | 'no-results'
    | 'none-beside-results'
    | 'missing-result'
    | 'property'
    | 'late-reason'
    | 'empty'
    | 'unclosed'
    | 'stray'
    | 'too-many'
  readonly span: Span
  readonly message: string
}

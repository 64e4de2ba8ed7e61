import type { Span } from '../../core/span.ts'

/** The smallest parts of a master file. White space is what stands between them. */
export interface Token {
  /** `string`: in double quotes, which its span includes. `comment`: from `;` to the line's end. */
  readonly kind: 'word' | 'string' | 'open' | 'close' | 'comment'
  readonly span: Span
  /** A string whose second quote is missing: it ends with its line. */
  readonly unbalanced?: true
}

/** One line of the file with its tokens. A token never reaches over a line's end. */
export interface Line {
  /** Without the line's end. */
  readonly span: Span
  /** Whether it starts with white space, and so inherits its owner (RFC 1035 §5.1). */
  readonly indented: boolean
  readonly tokens: readonly Token[]
}

/** A blank or comment line, or a record or directive with all lines its parentheses join. */
export interface Entry {
  readonly kind: 'blank' | 'directive' | 'record'
  /** From its first token to its last that is no comment; a blank's is its line's. */
  readonly span: Span
  readonly lines: readonly Line[]
  /** The parenthesis that nothing closes. */
  readonly unclosed?: Span | undefined
  /** Closing parentheses that nothing opened. */
  readonly stray: readonly Span[]
}

/** A word or a string with the text between its quotes, escapes still in it. */
export interface Word {
  readonly span: Span
  readonly quoted: boolean
  /** As written, without quotes. */
  readonly raw: string
  /** Where `raw` starts in the file; absent for a word that `$GENERATE` made. */
  readonly at?: number
}

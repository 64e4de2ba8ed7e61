/** What a stretch of a zone is, for its colour. The last five stand inside of strings. */
export type TokenKind =
  | ('comment' | 'directive' | 'owner' | 'ttl' | 'class' | 'type' | 'name' | 'address')
  | ('number' | 'string' | 'punctuation')
  | ('version' | 'qualifier' | 'mechanism' | 'tag' | 'value')

/** A stretch of one line; its ends count from the line's start. */
export interface Token {
  readonly kind: TokenKind
  readonly from: number
  readonly to: number
}

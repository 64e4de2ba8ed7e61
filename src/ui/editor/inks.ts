import type { TokenKind } from '../../lab/language/colours/token.ts'

/** The colour of each kind of token, by the name of its custom property; the others have the text's. */
export const inks: Readonly<Partial<Record<TokenKind, string>>> = {
  comment: 'ink-faint',
  ttl: 'ink-faint',
  class: 'ink-faint',
  punctuation: 'ink-faint',
  type: 'keyword',
  directive: 'keyword',
  qualifier: 'keyword',
  tag: 'term',
  mechanism: 'term',
  version: 'term',
}

import type { TokenKind } from '../../lab/language/colours/token.ts'

/** The colour of each kind of token, by the name of its custom property; the others have the text's. */
export const inks: Readonly<Partial<Record<TokenKind, string>>> = {
  comment: 'ink-faint',
  ttl: 'ink-faint',
  class: 'ink-faint',
  punctuation: 'ink-faint',
  owner: 'ink',
  type: 'keyword',
  directive: 'keyword',
  qualifier: 'keyword',
  tag: 'term',
  mechanism: 'term',
  version: 'term',
}

/** What a reader looks for first: whose record it is, of which type, and what its words do. */
export const boldKinds: ReadonlySet<string> = new Set<TokenKind>([
  ...(['owner', 'type', 'directive', 'qualifier', 'mechanism', 'tag'] as const),
])

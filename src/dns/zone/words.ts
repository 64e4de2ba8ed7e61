import { span } from '../../core/span.ts'
import type { Entry, Token, Word } from './tokens.ts'

/** The words and strings of an entry in order, without parentheses and comments. */
export function wordsOf(entry: Entry, text: string): Word[] {
  const words: Word[] = []
  for (const { tokens } of entry.lines)
    for (const token of tokens) if (isWord(token)) words.push(toWord(token, text))
  // A list that grew keeps room for more; a large zone has many lists.
  return words.slice()
}

export const isWord = ({ kind }: Token): boolean => kind === 'word' || kind === 'string'

function toWord({ kind, span: at, unbalanced }: Token, text: string): Word {
  if (kind === 'word')
    return { span: at, quoted: false, raw: text.slice(at.from, at.to), at: at.from }
  const inner = span(at.from + 1, unbalanced ? at.to : at.to - 1)
  return { span: at, quoted: true, raw: text.slice(inner.from, inner.to), at: inner.from }
}

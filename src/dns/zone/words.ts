import { span } from '../../core/span.ts'
import type { Entry, Token, Word } from './tokens.ts'

/** The words and strings of an entry in order, without parentheses and comments. */
export const wordsOf = (entry: Entry, text: string): Word[] =>
  entry.lines.flatMap(({ tokens }) => tokens.filter(isWord).map((token) => toWord(token, text)))

export const isWord = ({ kind }: Token): boolean => kind === 'word' || kind === 'string'

function toWord({ kind, span: at, unbalanced }: Token, text: string): Word {
  if (kind === 'word')
    return { span: at, quoted: false, raw: text.slice(at.from, at.to), at: at.from }
  const inner = span(at.from + 1, unbalanced ? at.to : at.to - 1)
  return { span: at, quoted: true, raw: text.slice(inner.from, inner.to), at: inner.from }
}

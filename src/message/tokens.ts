import { span, type Span } from '../core/span.ts'

/**
 * The lexical tokens of structured fields (RFC 5322 §3.2). Comments and white space are tokens too,
 * so that every position belongs to one.
 */
export interface Token {
  readonly kind: 'atom' | 'quoted' | 'literal' | 'comment' | 'white' | 'special'
  readonly span: Span
  /** Without quotes, brackets or escapes; the character itself for a special. */
  readonly text: string
  /** Missing its closing quote, bracket or parenthesis. */
  readonly open?: true
}

const SPECIALS = new Set('()<>[]:;@\\,."')
const WHITE = new Set(' \t\r\n')

/** Cuts a field's value into tokens that cover it without a gap. */
export function* tokensOf(text: string): Generator<Token> {
  for (let at = 0; at < text.length;) {
    const token = tokenAt(text, at)
    yield token
    at = token.span.to
  }
}

function tokenAt(text: string, at: number): Token {
  const character = text[at]!
  if (character === '"') return enclosed(text, at, 'quoted', '"')
  if (character === '[') return enclosed(text, at, 'literal', ']')
  if (character === '(') return comment(text, at)
  if (WHITE.has(character)) return run(text, at, 'white', (l) => WHITE.has(l))
  if (SPECIALS.has(character)) return { kind: 'special', span: span(at, at + 1), text: character }
  return run(text, at, 'atom', (l) => !SPECIALS.has(l) && !WHITE.has(l))
}

function run(
  text: string,
  from: number,
  kind: 'white' | 'atom',
  belongs: (character: string) => boolean,
): Token {
  let to = from
  while (to < text.length && belongs(text[to]!)) to++
  return { kind, span: span(from, to), text: text.slice(from, to) }
}

/** A quoted string or a domain literal: a backslash makes the next character plain (§3.2.1). */
function enclosed(text: string, from: number, kind: 'quoted' | 'literal', end: string): Token {
  let content = ''
  for (let at = from + 1; at < text.length; at++) {
    const character = text[at]!
    if (character === end) return { kind, span: span(from, at + 1), text: content }
    if (character === '\\' && at + 1 < text.length) content += text[++at]!
    else if (character !== '\r' && character !== '\n') content += character
  }
  return { kind, span: span(from, text.length), text: content, open: true }
}

/** Comments nest (§3.2.2). */
function comment(text: string, from: number): Token {
  let depth = 0
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === '(') depth++
    else if (text[at] === ')' && --depth === 0)
      return { kind: 'comment', span: span(from, at + 1), text: text.slice(from + 1, at) }
  }
  return { kind: 'comment', span: span(from, text.length), text: text.slice(from + 1), open: true }
}

/** A structured value without its comments, and without the white space around it. */
export const withoutComments = (text: string): string =>
  [...tokensOf(text)]
    .filter(({ kind }) => kind !== 'comment')
    .map(({ span: where }) => text.slice(where.from, where.to))
    .join('')
    .trim()

import { span, type Span } from '../../core/span.ts'
import type { Word } from '../tag-list.ts'

/** Reads a structured field from left to right (RFC 5322 §3.2). It never goes back. */
export interface Cursor {
  readonly text: string
  /** The next position to read. */
  at: number
  readonly end: number
  readonly comments: Word[]
  /** Quoted strings and comments that are not closed. */
  readonly unclosed: Span[]
}

export const cursorOver = (text: string, { from, to }: Span): Cursor => ({
  text,
  at: from,
  end: to,
  comments: [],
  unclosed: [],
})

const WHITE = new Set(' \t\r\n')

export const atEnd = (cursor: Cursor): boolean => cursor.at >= cursor.end

export const peek = (cursor: Cursor): string => (atEnd(cursor) ? '' : cursor.text[cursor.at]!)

/** Goes on behind the character if it is the next one. */
export function take(cursor: Cursor, character: string): boolean {
  if (peek(cursor) !== character) return false
  cursor.at++
  return true
}

/** Skips white space and comments, and keeps the comments. */
export function skipSpace(cursor: Cursor): void {
  while (!atEnd(cursor)) {
    if (WHITE.has(peek(cursor))) cursor.at++
    else if (peek(cursor) === '(') readComment(cursor)
    else return
  }
}

/** Comments nest, and a backslash makes the next character plain (RFC 5322 §3.2.2). */
function readComment(cursor: Cursor): void {
  const from = cursor.at
  let depth = 0
  while (!atEnd(cursor)) {
    const character = cursor.text[cursor.at++]!
    if (character === '\\') cursor.at = Math.min(cursor.at + 1, cursor.end)
    else if (character === '(') depth++
    else if (character === ')' && --depth === 0) break
  }
  if (depth > 0) cursor.unclosed.push(span(from, cursor.at))
  const inside = span(from + 1, depth > 0 ? cursor.at : cursor.at - 1)
  cursor.comments.push({ text: cursor.text.slice(inside.from, inside.to), span: inside })
}

/** Reads up to white space, a comment, a quote, a semicolon or one of `stops`; may be empty. */
export function readRun(cursor: Cursor, stops = ''): Word {
  const from = cursor.at
  while (!atEnd(cursor) && !endsRun(peek(cursor), stops)) cursor.at++
  return { text: cursor.text.slice(from, cursor.at), span: span(from, cursor.at) }
}

const endsRun = (character: string, stops: string): boolean =>
  WHITE.has(character) ||
  character === '(' ||
  character === '"' ||
  character === ';' ||
  (stops !== '' && stops.includes(character))

/** Reads a quoted string; its span has the quotes, its text has neither them nor escapes. */
export function readQuoted(cursor: Cursor): Word {
  const from = cursor.at
  cursor.at++
  let text = ''
  while (!atEnd(cursor)) {
    const character = cursor.text[cursor.at++]!
    if (character === '"') return { text, span: span(from, cursor.at) }
    if (character === '\\' && !atEnd(cursor)) text += cursor.text[cursor.at++]!
    else if (character !== '\r' && character !== '\n') text += character
  }
  cursor.unclosed.push(span(from, cursor.at))
  return { text, span: span(from, cursor.at) }
}

import { span } from '../../core/span.ts'
import type { Line, Token } from './tokens.ts'

/** Counts the characters looked at, so that a test can show that the work grows with the text. */
export interface Meter {
  steps: number
}

/** Splits a master file into lines of tokens (RFC 1035 §5.1). Takes any text; never throws. */
export function lexZone(text: string, meter: Meter = { steps: 0 }): Line[] {
  const lines: Line[] = []
  let at = countMarks(text)
  for (;;) {
    const newline = text.indexOf('\n', at)
    const end = newline < 0 ? text.length : newline
    let to = end
    while (to > at && text[to - 1] === '\r') to--
    lines.push(lexLine(text, at, to, meter))
    if (newline < 0) return lines
    at = newline + 1
  }
}

/** Byte order marks at the very start, which no name server expects. */
export function countMarks(text: string): number {
  let count = 0
  while (text[count] === '\ufeff') count++
  return count
}

function lexLine(text: string, from: number, to: number, meter: Meter): Line {
  const tokens: Token[] = []
  for (let at = from; at < to;) {
    if (isBlank(text[at]!)) at++
    else {
      const token = lexToken(text, at, to)
      tokens.push(token)
      at = token.span.to
    }
  }
  meter.steps += to - from + 1
  return { span: span(from, to), indented: from < to && isBlank(text[from]!), tokens }
}

function lexToken(text: string, from: number, to: number): Token {
  switch (text[from]) {
    case ';':
      return { kind: 'comment', span: span(from, to) }
    case '(':
      return { kind: 'open', span: span(from, from + 1) }
    case ')':
      return { kind: 'close', span: span(from, from + 1) }
    case '"':
      return lexString(text, from, to)
    default:
      return { kind: 'word', span: span(from, wordEnd(text, from, to)) }
  }
}

/** A string ends at its second quote, or with its line: one slip must not swallow the file. */
function lexString(text: string, from: number, to: number): Token {
  for (let at = from + 1; at < to; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === '"') return { kind: 'string', span: span(from, at + 1) }
  }
  return { kind: 'string', span: span(from, to), unbalanced: true }
}

function wordEnd(text: string, from: number, to: number): number {
  let at = from
  while (at < to && !endsWord(text[at]!)) at += text[at] === '\\' ? 2 : 1
  return Math.min(at, to)
}

const isBlank = (letter: string): boolean =>
  letter === ' ' || letter === '\t' || letter === '\r' || letter === '\f' || letter === '\v'

const endsWord = (letter: string): boolean =>
  isBlank(letter) || letter === ';' || letter === '(' || letter === ')' || letter === '"'

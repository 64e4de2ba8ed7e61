import { span } from '../../core/span.ts'
import type { Line, Token } from './tokens.ts'

const TAB = 0x09
const LINE_FEED = 0x0a
const CARRIAGE_RETURN = 0x0d
const SPACE = 0x20
const QUOTE = 0x22
const OPEN = 0x28
const CLOSE = 0x29
const SEMICOLON = 0x3b
const BACKSLASH = 0x5c

/** Counts the characters looked at, so that a test can show that the work grows with the text. */
export interface Meter {
  steps: number
}

/** Splits a master file into lines of tokens (RFC 1035 §5.1). Takes any text; never throws. */
export function lexZone(text: string, meter: Meter = { steps: 0 }): Line[] {
  const lines: Line[] = []
  const met: Token[] = []
  let at = countMarks(text)
  for (;;) {
    const newline = text.indexOf('\n', at)
    const end = newline < 0 ? text.length : newline
    let to = end
    while (to > at && text.charCodeAt(to - 1) === CARRIAGE_RETURN) to--
    lines.push(lexLine(text, at, to, met))
    meter.steps += to - at + 1
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

/**
 * The tokens of one line: what stands between two positions, without the line's end.
 * @param met Where tokens are gathered: a copy has no room for more, as a list that grew has.
 */
export function lexLine(text: string, from: number, to: number, met: Token[] = []): Line {
  met.length = 0
  for (let at = from; at < to;) {
    if (isBlank(text.charCodeAt(at))) at++
    else {
      const token = lexToken(text, at, to)
      met.push(token)
      at = token.span.to
    }
  }
  const indented = from < to && isBlank(text.charCodeAt(from))
  return { span: span(from, to), indented, tokens: met.slice() }
}

function lexToken(text: string, from: number, to: number): Token {
  switch (text.charCodeAt(from)) {
    case SEMICOLON:
      return { kind: 'comment', span: span(from, to) }
    case OPEN:
      return { kind: 'open', span: span(from, from + 1) }
    case CLOSE:
      return { kind: 'close', span: span(from, from + 1) }
    case QUOTE:
      return lexString(text, from, to)
    default:
      return { kind: 'word', span: span(from, wordEnd(text, from, to)) }
  }
}

/** A string ends at its second quote, or with its line: one slip must not swallow the file. */
function lexString(text: string, from: number, to: number): Token {
  for (let at = from + 1; at < to; at++) {
    const code = text.charCodeAt(at)
    if (code === BACKSLASH) at++
    else if (code === QUOTE) return { kind: 'string', span: span(from, at + 1) }
  }
  return { kind: 'string', span: span(from, to), unbalanced: true }
}

function wordEnd(text: string, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at)
    if (code === BACKSLASH) at++
    else if (code <= SEMICOLON && endsWord(code)) return at
  }
  return to
}

/** A space, or one of tab, vertical tab, form feed and carriage return, which stand in a row. */
const isBlank = (code: number): boolean =>
  code === SPACE || (code >= TAB && code <= CARRIAGE_RETURN && code !== LINE_FEED)

const endsWord = (code: number): boolean =>
  code === SEMICOLON || code === OPEN || code === CLOSE || code === QUOTE || isBlank(code)

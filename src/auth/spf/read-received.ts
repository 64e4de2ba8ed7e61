import { span, type Span } from '../../core/span.ts'
import {
  atEnd,
  cursorOver,
  peek,
  readQuoted,
  readRun,
  skipSpace,
  take,
  type Cursor,
} from '../results/cursor.ts'
import type { PropertyValue } from '../results/results.ts'
import type { Word } from '../tag-list.ts'
import type { SpfResult } from './verdict.ts'

/** The value of a Received-SPF field (RFC 7208 §9.1). Spans count in the given text. */
export interface ReceivedSpfField {
  /** Absent where the first word is no result of SPF. */
  readonly result?: Word & { readonly text: SpfResult }
  /** The first comment behind the result, without its parentheses. */
  readonly comment?: Word
  readonly pairs: readonly ReceivedPair[]
  readonly problems: readonly ReceivedProblem[]
}

/** One `key=value`. */
export interface ReceivedPair {
  /** As written. */
  readonly key: Word
  readonly value: PropertyValue
  readonly span: Span
}

export interface ReceivedProblem {
  readonly kind: 'result' | 'pair' | 'unclosed' | 'too-many'
  readonly span: Span
  readonly message: string
}

/** Pairs that are read: a limit of ours. */
export const MAX_PAIRS = 100

const RESULTS: readonly string[] = [
  ...['pass', 'fail', 'softfail', 'neutral', 'none', 'temperror', 'permerror'],
]

/**
 * Reads a Received-SPF field. Never throws: what does not fit is reported, and reading goes on
 * behind the next semicolon.
 * @param within The part of `text` to read; all of it by default.
 */
export function readReceivedSpf(
  text: string,
  within: Span = span(0, text.length),
): ReceivedSpfField {
  const cursor = cursorOver(text, within)
  const problems: ReceivedProblem[] = []
  skipSpace(cursor)
  const first = readRun(cursor, '=')
  const isResult = RESULTS.includes(first.text.toLowerCase())
  if (!isResult) {
    problems.push(noResult(first.span))
    if (peek(cursor) === '=') cursor.at = first.span.from
  }
  const known = cursor.comments.length
  skipSpace(cursor)
  const comment = cursor.comments[known]
  const pairs = readPairs(cursor, problems)
  problems.push(...cursor.unclosed.map(unclosed))
  return {
    ...(isResult
      ? { result: { text: first.text.toLowerCase() as SpfResult, span: first.span } }
      : {}),
    ...(comment ? { comment } : {}),
    pairs,
    problems: problems.sort((a, b) => a.span.from - b.span.from),
  }
}

/** The value of a key, in any case; the first where it stands several times. */
export const receivedValue = ({ pairs }: ReceivedSpfField, key: string): string | undefined =>
  pairs.find((pair) => pair.key.text.toLowerCase() === key)?.value.text

function readPairs(cursor: Cursor, problems: ReceivedProblem[]): ReceivedPair[] {
  const pairs: ReceivedPair[] = []
  for (skipSpace(cursor); !atEnd(cursor); skipSpace(cursor)) {
    if (take(cursor, ';')) continue
    if (pairs.length + problems.length >= MAX_PAIRS) {
      problems.push(tooMany(span(cursor.at, cursor.end)))
      break
    }
    const pair = readPair(cursor)
    if ('message' in pair) problems.push(pair)
    else pairs.push(pair)
  }
  return pairs
}

/** Always goes on by at least one character. */
function readPair(cursor: Cursor): ReceivedPair | ReceivedProblem {
  const from = cursor.at
  if (peek(cursor) === '"') return noPair(readQuoted(cursor).span)
  const key = readRun(cursor, '=')
  skipSpace(cursor)
  if (!take(cursor, '=')) return noPair(key.span)
  skipSpace(cursor)
  const value =
    peek(cursor) === '"'
      ? { ...readQuoted(cursor), quoted: true }
      : { ...readRun(cursor), quoted: false }
  const where = span(from, value.span.to)
  return key.text === '' ? noPair(where) : { key, value, span: where }
}

const noResult = (where: Span): ReceivedProblem => ({
  kind: 'result',
  span: where,
  message: `The field starts with a result of SPF: ${RESULTS.map((one) => `\`${one}\``).join(', ')}.`,
})

const noPair = (where: Span): ReceivedProblem => ({
  kind: 'pair',
  span: where,
  message: 'Behind the result stand pairs, each written `key=value`, with semicolons between them.',
})

const unclosed = (where: Span): ReceivedProblem => ({
  kind: 'unclosed',
  span: where,
  message: 'This is never closed, so everything behind it belongs to it.',
})

const tooMany = (where: Span): ReceivedProblem => ({
  kind: 'too-many',
  span: where,
  message: `From here on nothing is read: a field has a handful of pairs, not more than ${MAX_PAIRS}.`,
})

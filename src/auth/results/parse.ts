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
} from './cursor.ts'
import { readStatement, type Statement } from './read-statement.ts'
import type { AuthenticationResults, ResultsProblem } from './results.ts'

export type {
  AuthenticationResults,
  MethodResult,
  Property,
  PropertyValue,
  ResultsProblem,
} from './results.ts'

/** Statements that are read: a limit of ours, far above what any receiver writes. */
export const MAX_STATEMENTS = 200

/**
 * Reads the value of an Authentication-Results field (RFC 8601 §2.2). Never throws: what does not
 * fit is reported and left out, and reading goes on behind the next semicolon.
 * @param within The part of `text` to read; spans still count from the text's start.
 */
export function parseResults(
  text: string,
  within: Span = span(0, text.length),
): AuthenticationResults {
  const cursor = cursorOver(text, within)
  const problems: ResultsProblem[] = []
  const head = readHead(cursor, problems)
  const statements = readStatements(cursor, problems, !head.authservId)
  const results = statements.flatMap(({ result }) => result ?? [])
  const none = statements.find((statement) => statement.none)?.none
  if (none && results.length) problems.push(noneBeside(none))
  if (!none && statements.length === 0 && head.authservId)
    problems.push(noResults(head.authservId.span))
  problems.push(...cursor.unclosed.map(unclosed))
  return {
    text,
    within,
    ...head,
    ...(none ? { none } : {}),
    results,
    comments: cursor.comments,
    problems: problems.sort((a, b) => a.span.from - b.span.from),
  }
}

type Head = Pick<AuthenticationResults, 'authservId' | 'version'>

/** The authserv-id and the version; the cursor stands at the first semicolon then. */
function readHead(cursor: Cursor, problems: ResultsProblem[]): Head {
  skipSpace(cursor)
  const from = cursor.at
  const name = peek(cursor) === '"' ? readQuoted(cursor) : readRun(cursor, '=')
  skipSpace(cursor)
  if (name.text === '' || peek(cursor) === '=') {
    problems.push(noName(name.span))
    cursor.at = from
    return {}
  }
  const authservId = { authservId: name }
  if (atEnd(cursor) || peek(cursor) === ';') return authservId
  const version = readRun(cursor)
  skipToSemicolon(cursor)
  if (/^\d+$/.test(version.text)) return { ...authservId, version }
  problems.push(strayBehindName(span(version.span.from, trimmedEnd(cursor, version.span.from))))
  return authservId
}

/** @param first Whether a statement stands here without a semicolon before it. */
function readStatements(cursor: Cursor, problems: ResultsProblem[], first: boolean): Statement[] {
  const statements: Statement[] = []
  let bare = first && peek(cursor) !== ';'
  while (!atEnd(cursor)) {
    if (statements.length + problems.length >= MAX_STATEMENTS) {
      problems.push(tooMany(span(cursor.at, cursor.end)))
      break
    }
    const from = cursor.at
    if (!bare) take(cursor, ';')
    bare = false
    skipSpace(cursor)
    if (atEnd(cursor) || peek(cursor) === ';') problems.push(empty(span(from, from + 1)))
    else statements.push(readStatement(cursor, problems))
    skipToSemicolon(cursor)
  }
  return statements
}

/** Quoted strings and comments may hold semicolons. */
export function skipToSemicolon(cursor: Cursor): void {
  while (!atEnd(cursor) && peek(cursor) !== ';') {
    if (peek(cursor) === '"') readQuoted(cursor)
    else if (readRun(cursor).text === '') skipSpace(cursor)
  }
}

function trimmedEnd(cursor: Cursor, from: number): number {
  return from + cursor.text.slice(from, cursor.at).trimEnd().length
}

const noName = (where: Span): ResultsProblem => ({
  kind: 'authserv-id',
  span: where,
  message:
    'The field does not name who judged: a name comes first, then a semicolon, then the results.',
})

const strayBehindName = (where: Span): ResultsProblem => ({
  kind: 'stray',
  span: where,
  message: 'Behind the name of who judged, only a version number may stand before the semicolon.',
})

const noResults = (where: Span): ResultsProblem => ({
  kind: 'no-results',
  span: where,
  message: 'No result follows. Where nothing was checked, the field holds `none`.',
})

const noneBeside = (where: Span): ResultsProblem => ({
  kind: 'none-beside-results',
  span: where,
  message: '`none` states that nothing was checked, but results stand beside it.',
})

const empty = (where: Span): ResultsProblem => ({
  kind: 'empty',
  span: where,
  message: 'Nothing follows this semicolon: one stands before each result, and none at the end.',
})

const unclosed = (where: Span): ResultsProblem => ({
  kind: 'unclosed',
  span: where,
  message: 'This is never closed, so everything behind it belongs to it.',
})

const tooMany = (where: Span): ResultsProblem => ({
  kind: 'too-many',
  span: where,
  message: `From here on nothing is read: a field has a handful of results, not more than ${MAX_STATEMENTS}.`,
})

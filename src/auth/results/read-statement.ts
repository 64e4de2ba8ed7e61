import { span, type Span } from '../../core/span.ts'
import type { Word } from '../tag-list.ts'
import { atEnd, peek, readQuoted, readRun, skipSpace, take, type Cursor } from './cursor.ts'
import type { MethodResult, Property, PropertyValue, ResultsProblem } from './results.ts'

/** What stands between two semicolons. */
export interface Statement {
  readonly result?: MethodResult
  readonly none?: Span
}

/** Properties and problems up to which a result is read: a limit of ours. */
export const MAX_DETAILS = 300

/** Reads `method[/version]=result [reason=…] ptype.property=value …`, or `none`. */
export function readStatement(cursor: Cursor, problems: ResultsProblem[]): Statement {
  const method = readRun(cursor, '=/')
  skipSpace(cursor)
  const methodVersion = take(cursor, '/') ? readVersion(cursor) : undefined
  if (!take(cursor, '=')) return withoutResult(cursor, method, problems)
  skipSpace(cursor)
  const result = readRun(cursor, '=')
  if (method.text === '' || result.text === '') {
    problems.push(missingResult(span(method.span.from, cursor.at)))
    return {}
  }
  const end = cursor.at
  const { reason, properties, last } = readDetails(cursor, problems, end)
  return {
    result: {
      method,
      ...(methodVersion ? { methodVersion } : {}),
      result,
      ...(reason ? { reason } : {}),
      properties,
      span: span(method.span.from, last),
    },
  }
}

function readVersion(cursor: Cursor): Word {
  skipSpace(cursor)
  const version = readRun(cursor, '=')
  skipSpace(cursor)
  return version
}

function withoutResult(cursor: Cursor, word: Word, problems: ResultsProblem[]): Statement {
  const isAlone = atEnd(cursor) || peek(cursor) === ';'
  if (isAlone && word.text.toLowerCase() === 'none') return { none: word.span }
  problems.push(
    missingResult(
      word.text === '' ? span(cursor.at, Math.min(cursor.at + 1, cursor.end)) : word.span,
    ),
  )
  return {}
}

const missingResult = (where: Span): ResultsProblem => ({
  kind: 'missing-result',
  span: where,
  message: 'A result is written `method=result`, as in `spf=pass`.',
})

interface Details {
  reason?: PropertyValue
  readonly properties: Property[]
  /** The position behind the last detail that was read. */
  last: number
}

function readDetails(cursor: Cursor, problems: ResultsProblem[], from: number): Details {
  const details: Details = { properties: [], last: from }
  for (skipSpace(cursor); !atEnd(cursor) && peek(cursor) !== ';'; skipSpace(cursor)) {
    if (details.properties.length + problems.length >= MAX_DETAILS) break
    readDetail(cursor, details, problems)
  }
  return details
}

/** Always goes on by at least one character. */
function readDetail(cursor: Cursor, details: Details, problems: ResultsProblem[]): void {
  if (peek(cursor) === '"') {
    problems.push(noProperty(readQuoted(cursor).span))
    return
  }
  const first = readRun(cursor, '=.')
  const from = first.span.from
  skipSpace(cursor)
  if (first.text.toLowerCase() === 'reason' && take(cursor, '=')) {
    readReason(cursor, details, problems, from)
    return
  }
  const property = take(cursor, '.') ? readName(cursor) : undefined
  const value = take(cursor, '=') ? readValue(cursor) : undefined
  const where = span(from, Math.max(cursor.at, from + 1))
  if (first.text === '' || !property?.text || !value) {
    cursor.at = where.to
    problems.push(noProperty(span(from, trimEnd(cursor.text, where))))
    return
  }
  details.properties.push({ ptype: first, property, value, span: span(from, value.span.to) })
  details.last = value.span.to
}

function readReason(
  cursor: Cursor,
  details: Details,
  problems: ResultsProblem[],
  from: number,
): void {
  const reason = readValue(cursor)
  if (details.properties.length || details.reason)
    problems.push(lateReason(span(from, reason.span.to)))
  details.reason ??= reason
  details.last = reason.span.to
}

function readName(cursor: Cursor): Word {
  skipSpace(cursor)
  const name = readRun(cursor, '=')
  skipSpace(cursor)
  return name
}

/** A token, a quoted string, or an address whose local part may be quoted. */
function readValue(cursor: Cursor): PropertyValue {
  skipSpace(cursor)
  if (peek(cursor) !== '"') return { ...readRun(cursor), quoted: false }
  const quoted = readQuoted(cursor)
  const rest = readRun(cursor)
  return {
    text: quoted.text + rest.text,
    span: span(quoted.span.from, rest.span.to),
    quoted: true,
  }
}

const trimEnd = (text: string, { from, to }: Span): number =>
  from + Math.max(1, text.slice(from, to).trimEnd().length)

const noProperty = (where: Span): ResultsProblem => ({
  kind: 'property',
  span: where,
  message:
    'Behind a result stand its properties, each written `ptype.property=value`, as in `smtp.mailfrom=example.org`.',
})

const lateReason = (where: Span): ResultsProblem => ({
  kind: 'late-reason',
  span: where,
  message: '`reason=` stands once, right behind the result and before the properties.',
})

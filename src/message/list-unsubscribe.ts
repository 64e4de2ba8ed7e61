import { span, type Span } from '../core/span.ts'

/** The value of a List-Unsubscribe field (RFC 2369 §3.2). Spans count in the given text. */
export interface ListUnsubscribe {
  /** In order of preference. */
  readonly uris: readonly ListUri[]
  readonly problems: readonly ListProblem[]
}

export interface ListUri {
  /** White space inside has no meaning and is left out (RFC 2369 §2). */
  readonly uri: string
  /** In lower case, without the colon; empty where there is none. */
  readonly scheme: string
  /** Between the angle brackets. */
  readonly span: Span
}

export interface ListProblem {
  /** `ignored`: readers pass over it. `unclosed`: an angle bracket, a comment. */
  readonly kind: 'ignored' | 'unclosed' | 'empty' | 'too-many'
  readonly span: Span
  readonly message: string
}

/** URIs that are read: a limit of ours. */
export const MAX_URIS = 50

/**
 * Reads a list of URIs in angle brackets (RFC 2369 §2), as cautiously as that section asks: what
 * stands behind a URI is ignored up to the next comma, and reading ends at an entry that is no URI
 * in brackets. Never throws.
 * @param within The part of `text` to read; all of it by default.
 */
export function parseListUnsubscribe(
  text: string,
  within: Span = span(0, text.length),
): ListUnsubscribe {
  const uris: ListUri[] = []
  const problems: ListProblem[] = []
  let at = skipSpace(text, within.from, within.to, problems)
  while (at < within.to) {
    if (text[at] !== '<' || uris.length >= MAX_URIS) {
      problems.push(
        text[at] === '<' ? tooMany(span(at, within.to)) : ignored(trimmed(text, at, within.to)),
      )
      break
    }
    const close = text.indexOf('>', at)
    if (close < 0 || close >= within.to) {
      problems.push(openBracket(span(at, within.to)))
      break
    }
    uris.push(uriAt(text, span(at + 1, close), problems))
    at = skipToEntry(text, close + 1, within.to, problems)
  }
  return { uris, problems }
}

function uriAt(text: string, where: Span, problems: ListProblem[]): ListUri {
  const uri = text.slice(where.from, where.to).replace(/[ \t\r\n]+/g, '')
  if (uri === '') problems.push(empty(span(where.from - 1, where.to + 1)))
  const scheme = /^([a-z][a-z0-9+.-]{0,40}):/i.exec(uri)?.[1]?.toLowerCase() ?? ''
  return { uri, scheme, span: where }
}

/** Behind the next comma and the white space there; what stands before the comma is reported. */
function skipToEntry(text: string, from: number, limit: number, problems: ListProblem[]): number {
  const at = skipSpace(text, from, limit, problems)
  if (at >= limit || text[at] === ',')
    return at >= limit ? limit : skipSpace(text, at + 1, limit, problems)
  // Rule 2 of RFC 2369 §2: anything but a comma takes the rest of the field with it.
  problems.push(ignored(trimmed(text, at, limit)))
  return limit
}

const WHITE = new Set(' \t\r\n')

/** Skips white space and comments; comments nest (RFC 5322 §3.2.2). */
function skipSpace(text: string, from: number, limit: number, problems: ListProblem[]): number {
  let at = from
  while (at < limit) {
    if (WHITE.has(text[at]!)) at++
    else if (text[at] === '(') at = skipComment(text, at, limit, problems)
    else break
  }
  return at
}

function skipComment(text: string, from: number, limit: number, problems: ListProblem[]): number {
  let depth = 0
  for (let at = from; at < limit; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === '(') depth++
    else if (text[at] === ')' && --depth === 0) return at + 1
  }
  problems.push(openComment(span(from, limit)))
  return limit
}

function trimmed(text: string, from: number, limit: number): Span {
  let end = limit
  while (end > from && WHITE.has(text[end - 1]!)) end--
  return span(from, end)
}

const ignored = (where: Span): ListProblem => ({
  kind: 'ignored',
  span: where,
  message:
    'Readers pass over this: the field is a list of URIs in angle brackets with commas between them.',
})

const openBracket = (where: Span): ListProblem => ({
  kind: 'unclosed',
  span: where,
  message: 'The angle bracket is never closed, so no URI is found.',
})

const openComment = (where: Span): ListProblem => ({
  kind: 'unclosed',
  span: where,
  message: 'The comment is never closed, so everything behind it belongs to it.',
})

const empty = (where: Span): ListProblem => ({
  kind: 'empty',
  span: where,
  message: 'Nothing stands between these brackets.',
})

const tooMany = (where: Span): ListProblem => ({
  kind: 'too-many',
  span: where,
  message: `From here on nothing is read: no list needs more than ${MAX_URIS} ways to unsubscribe.`,
})

/** The one value that List-Unsubscribe-Post may have (RFC 8058 §5). */
export const ONE_CLICK = 'List-Unsubscribe=One-Click'

/** Whether the value of a List-Unsubscribe-Post field states that one click is enough. */
export const isOneClick = (value: string): boolean => value.trim() === ONE_CLICK

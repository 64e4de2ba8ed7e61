import type { TextEdit } from '../../core/diagnostic.ts'
import { slice, span, type Span } from '../../core/span.ts'
import type { Head } from './head.ts'
import { replace, type Report } from './problem.ts'
import * as problems from './problems/text.ts'
import { quotedName } from './problems/names.ts'
import type { Entry, Line, Token } from './tokens.ts'
import { QUOTE } from './second-look.ts'
import type { Reading, ZoneLanguage } from './state.ts'
import { typeNumber } from './type-numbers.ts'
import { isWord } from './words.ts'

/** Marks of other languages: comments that do not begin with `;`, quotes that are not `"`. */

const OPENING = new RegExp(`^${QUOTE}+`)
const CLOSING = new RegExp(`${QUOTE}+$`)
const CLOSING_IN_COMMENT = new RegExp(String.raw`${QUOTE}+(?=\s|$)`)

/** A line that is a comment in a shell, in C, in SQL or HTML, or a rule drawn across the page. */
const LINE_MARK = /^(?:#+|\/\/+|\/\*+|<!--|--(?=$)|[-=*~]{3,})/
/** The same behind a record. */
const END_MARK = /^(?:#+|\/\/+|\/\*+)/

/**
 * Notes marks of other languages in a record.
 * @returns Whether the record is published otherwise than it was meant, so that nothing more is to
 *   be reported of its text.
 */
export function checkMarks(
  entry: Entry,
  head: Head | undefined,
  { text, language, problems: { report } }: Reading,
): boolean {
  if (!head) return false
  const data = dataOf(entry, head, text, language)
  return reportComment(entry, data, text, report) || reportQuotes(head, data, text, report)
}

interface Data {
  /** The words and comments behind the type, line by line. */
  readonly lines: readonly (readonly Token[])[]
  /** Whether the type takes strings, which quotes are made for. */
  readonly takesText: boolean
}

function dataOf({ lines }: Entry, { type }: Head, text: string, { formatOf }: ZoneLanguage): Data {
  const number = type && !type.quoted ? typeNumber(slice(text, type.span)) : undefined
  if (!type || number === undefined) return { lines: [], takesText: false }
  return {
    lines: lines.map(({ tokens }) => tokens.filter(({ span: at }) => at.from >= type.span.to)),
    takesText: formatOf(number).fields.some(({ kind }) => kind === 'text' || kind === 'string'),
  }
}

function reportComment(entry: Entry, data: Data, text: string, report: Report): boolean {
  const [first] = entry.lines[0]!.tokens
  const [, mark] = (first?.kind === 'word' && markOf(first, LINE_MARK, text)) || []
  if (mark) {
    report(problems.commentMark, mark, messageFor(mark, text), { fixes: fixFor(mark, entry, text) })
    return true
  }
  const found = data.lines.flatMap((tokens, at) => endMark(tokens, at, data, text) ?? [])
  for (const at of found) {
    const kind = data.takesText ? problems.commentInText : problems.commentMark
    report(kind, at, messageFor(at, text), { fixes: fixFor(at, entry, text) })
  }
  return found.length > 0
}

const messageFor = (mark: Span, text: string): string =>
  `Comments begin with \`;\` here: \`${slice(text, mark)}\` is read as a part of the record.`

function markOf(token: Token, pattern: RegExp, text: string): [Token, Span] | undefined {
  const found = pattern.exec(slice(text, token.span))
  return found ? [token, span(token.span.from, token.span.from + found[0].length)] : undefined
}

/** Where a comment begins among the data of a line. In a text a mark may be meant: it stands alone. */
function endMark(
  tokens: readonly Token[],
  line: number,
  { takesText }: Data,
  text: string,
): Span | undefined {
  const words = tokens.filter(isWord)
  const at = words.findIndex((token, index) => {
    const [, mark] = (token.kind === 'word' && markOf(token, END_MARK, text)) || []
    if (!mark) return false
    if (!takesText) return true
    if (index === 0 && line === 0) return false
    const isAlone = mark.to === token.span.to
    return isAlone || words[index - 1]?.kind === 'string' || index === 0
  })
  return at < 0 ? undefined : markOf(words[at]!, END_MARK, text)![1]
}

/** None where a parenthesis behind the mark would become a part of the comment. */
function fixFor(mark: Span, { lines }: Entry, text: string) {
  const line = lines.find(({ span: at }) => at.from <= mark.from && mark.to <= at.to)
  const isCut = line?.tokens.some(
    ({ kind, span: at }) => at.from > mark.from && (kind === 'open' || kind === 'close'),
  )
  const isSpaced = /^\s?$/.test(text.slice(mark.to, mark.to + 1))
  return isCut && lines.length > 1
    ? []
    : [replace('Begin the comment with `;`', mark, isSpaced ? ';' : '; ')]
}

/** Two marks, and what stands between them. */
interface Quoted {
  readonly opening: Span
  readonly closing: Span
}

function reportQuotes(head: Head, data: Data, text: string, report: Report): boolean {
  const names = [head.owner, ...(data.takesText ? [] : head.data)].flatMap((word) =>
    word && !word.quoted ? (wrapped(word.span, text) ?? []) : [],
  )
  for (const { opening, closing } of names)
    report(quotedName, span(opening.from, closing.to), 'Names and numbers stand without quotes.', {
      fixes: [{ title: 'Remove the quotes', edits: [cut(opening), cut(closing)] }],
    })
  if (names.length || !data.takesText) return names.length > 0
  const pairs = data.lines.flatMap((tokens) => [...pairsIn(tokens, text)])
  if (pairs.length) reportPairs(pairs, text, report)
  const inner = data.lines.flat().flatMap((token) => innerPair(token, text) ?? [])
  for (const { opening, closing } of inner)
    report(
      problems.smartQuote,
      opening,
      'These quotes inside of the quotes are published as text.',
      {
        fixes: [{ title: 'Remove them', edits: [cut(opening), cut(closing)] }],
      },
    )
  return pairs.length + inner.length > 0
}

const cut = (at: Span): TextEdit => ({ span: at, text: '' })

function reportPairs(pairs: readonly Quoted[], text: string, report: Report): void {
  const [{ opening }] = pairs as [Quoted, ...Quoted[]]
  const isClean = pairs.every(
    (pair) => !/["\\]/.test(text.slice(pair.opening.to, pair.closing.from)),
  )
  report(
    problems.smartQuote,
    opening,
    `\`${slice(text, opening)}\` groups nothing in a zone file, and is published as text. Use \`"\`.`,
    {
      fixes: isClean
        ? [
            {
              title: 'Write `"` for these marks',
              edits: pairs.flatMap((pair) => [
                { span: pair.opening, text: '"' },
                { span: pair.closing, text: '"' },
              ]),
            },
          ]
        : [],
    },
  )
}

/** The quoted parts of one line. A `;` between two marks was meant as text as well. */
function* pairsIn(tokens: readonly Token[], text: string): Generator<Quoted> {
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!
    const found = token.kind === 'word' && OPENING.exec(slice(text, token.span))
    if (!found) continue
    const opening = span(token.span.from, token.span.from + found[0].length)
    const end = tokens.findIndex((one, index) => index >= at && closingIn(one, opening, text))
    // The `"` that has no partner either was reported.
    if (end < 0 && (found[0] === APOSTROPHE || tokens.some((one) => one.unbalanced))) continue
    yield { opening, closing: closingIn(tokens[end], opening, text) ?? lineEnd(tokens) }
    at = end < 0 ? tokens.length : end
  }
}

/** A mark without a partner, as a word may begin with. */
const APOSTROPHE = "'"

const lineEnd = (tokens: readonly Token[]): Span => {
  const { to } = tokens.findLast(isWord)!.span
  return span(to, to)
}

function closingIn(token: Token | undefined, opening: Span, text: string): Span | undefined {
  if (!token || token.kind === 'string') return undefined
  const { kind, span: at } = token
  const from = Math.max(at.from, opening.to)
  const found = (kind === 'comment' ? CLOSING_IN_COMMENT : CLOSING).exec(text.slice(from, at.to))
  // Something stands between two marks, if only a space.
  if (!found || from + found.index === opening.to) return undefined
  return span(from + found.index, from + found.index + found[0].length)
}

function wrapped(at: Span, text: string): Quoted | undefined {
  const raw = slice(text, at)
  const [before, behind] = [OPENING.exec(raw), CLOSING.exec(raw)]
  if (!before || !behind || before[0].length >= behind.index) return undefined
  return {
    opening: span(at.from, at.from + before[0].length),
    closing: span(at.from + behind.index, at.to),
  }
}

/** A record of mail pasted with quotes of its own into those of the zone. */
function innerPair({ kind, span: at, unbalanced }: Token, text: string): Quoted | undefined {
  if (kind !== 'string' || unbalanced) return undefined
  const pair = wrapped(span(at.from + 1, at.to - 1), text)
  return pair && /^\s*(?:v|k|p)\s*=/i.test(text.slice(pair.opening.to, at.to)) ? pair : undefined
}

/** The mark that stands where the second `"` of a string was meant; else none. */
export function closingMark(text: string, at: Span): Span | undefined {
  const found = CLOSING.exec(slice(text, at))
  return found && found.index > 1 ? span(at.from + found.index, at.to) : undefined
}

/** The mark that stands where the first `"` of a string was meant, before a `"` at the line's end. */
export function openingMark({ tokens }: Line, quote: Span, text: string): Span | undefined {
  for (const { kind, span: at } of tokens) {
    const found = kind === 'word' && at.to <= quote.from && OPENING.exec(slice(text, at))
    if (found) return span(at.from, at.from + found[0].length)
  }
  return undefined
}

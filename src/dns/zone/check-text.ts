import { span, type Span } from '../../core/span.ts'
import type { Fix } from '../../core/diagnostic.ts'
import { closingMark, openingMark } from './check-marks.ts'
import type { Head } from './head.ts'
import { replace, type Report } from './problem.ts'
import * as problems from './problems/text.ts'
import { ODD_SPACE } from './second-look.ts'
import { isHead } from './starts-record.ts'
import type { Reading } from './state.ts'
import type { Entry, Line, Token } from './tokens.ts'

/** Notes what is wrong with the writing of an entry, before its words are understood. */
export function checkText(
  entry: Entry,
  head: Head | undefined,
  { text, hasOddCharacters, problems: { report } }: Reading,
): void {
  for (const at of entry.stray)
    report(problems.strayParenthesis, at, 'Nothing opened this parenthesis.', {
      fixes: [replace('Remove it', at, '')],
    })
  if (entry.unclosed)
    report(problems.unclosedParenthesis, entry.unclosed, 'This parenthesis is never closed.', {
      fixes: [replace('Close it', span(entry.span.to, entry.span.to), ' )')],
    })
  for (const line of entry.lines)
    for (const token of line.tokens)
      if (token.unbalanced) reportUnbalanced(token, { line, head, text }, report)
  if (hasOddCharacters) checkCharacters(entry, text, report)
}

interface Place {
  readonly line: Line
  readonly head: Head | undefined
  readonly text: string
}

function reportUnbalanced(token: Token, place: Place, report: Report): void {
  const { text } = place
  const end = token.span.from + text.slice(token.span.from, token.span.to).trimEnd().length
  const whole = span(token.span.from, end)
  report(problems.unbalancedQuote, whole, 'This quote has no partner in its line.', {
    fixes: [
      closedBy(whole, place) ?? replace('Add the second quote', span(end, end), closing(text, end)),
    ],
  })
}

/** What stands where its partner was meant: another mark, or the start of the text. */
function closedBy(whole: Span, { line, head, text }: Place): Fix | undefined {
  const mark = closingMark(text, whole) ?? (isLone(whole) && openingMark(line, whole, text))
  if (mark) return replace('Write `"` for its partner', mark, '"')
  const [first, second] = head?.data ?? []
  const isText = /^(?:TXT|SPF)$/i.test(head?.type?.raw ?? '')
  if (!isLone(whole) || !isText || !first || first.quoted || !second) return undefined
  return replace('Add the first quote', span(first.span.from, first.span.from), '"')
}

const isLone = ({ from, to }: Span): boolean => to - from === 1

function checkCharacters(entry: Entry, text: string, report: Report): void {
  for (const { tokens } of entry.lines)
    for (const token of tokens) checkSpaces(token, startsLine(token, entry), text, report)
}

const startsLine = ({ span: at }: Token, { lines }: Entry): boolean =>
  lines[0]!.span.from === at.from

function checkSpaces(token: Token, isFirst: boolean, text: string, report: Report): void {
  if (token.kind !== 'word') return
  const odd = ODD_SPACE.exec(text.slice(token.span.from, token.span.to))
  if (!odd) return
  const from = token.span.from + odd.index
  const where = span(from, from + odd[0].length)
  // Before an owner a space would give the line to the name above.
  const isMargin = isFirst && odd.index === 0 && !isHead(text.slice(where.to, token.span.to))
  report(
    problems.oddSpace,
    where,
    'This looks like a space, or like nothing, but it is a character of the word.',
    {
      fixes: [isMargin ? replace('Remove it', where, '') : replace('Make it a space', where, ' ')],
    },
  )
}

/** A backslash at the end would make the new quote a part of the text. */
const closing = (text: string, end: number): string =>
  /(?<!\\)(\\\\)*\\$/.test(text.slice(Math.max(0, end - 64), end)) ? '\\"' : '"'

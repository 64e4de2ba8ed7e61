import { span, type Span } from '../../core/span.ts'
import { atEnd, cursorOver, peek, readRun, skipSpace, take } from '../results/cursor.ts'
import { problemOf, type SignatureProblem } from '../dkim/signature-checks.ts'
import { tagNamed, type TagList } from '../tag-list.ts'

/** ARC Sets that a message may carry (RFC 8617 §4.2.1). */
export const MAX_INSTANCE = 50

const at421 = { rfc: 8617, section: '4.2.1' }

/** @returns 1 to 50; `undefined` for anything else. */
function instanceOf(text: string): number | undefined {
  const instance = /^\d{1,2}$/.test(text) ? Number(text) : 0
  return instance >= 1 && instance <= MAX_INSTANCE ? instance : undefined
}

/** The instance that the first `i=` of a tag list gives. */
export const readInstance = (list: TagList): number | undefined =>
  instanceOf(tagNamed(list, 'i')?.value ?? '')

/** `i=` must be a number from 1 to 50. */
export function checkInstance(list: TagList): SignatureProblem | undefined {
  const tag = tagNamed(list, 'i')!
  return readInstance(list) === undefined ? badInstance(tag.value, tag.span) : undefined
}

const badInstance = (value: string, where: Span): SignatureProblem =>
  problemOf(
    'permerror',
    where,
    `\`i=${value}\` is no instance: the sets are numbered from 1 to ${MAX_INSTANCE}.`,
    at421,
  )

export interface LeadingInstance {
  readonly instance?: number
  /** Behind the semicolon; the start where no instance stands there. */
  readonly end: number
  readonly problem?: SignatureProblem
}

/** The `i=1;` that an ARC-Authentication-Results field starts with (RFC 8617 §4.1.1). */
export function readLeadingInstance(text: string, within: Span): LeadingInstance {
  const cursor = cursorOver(text, within)
  skipSpace(cursor)
  const from = cursor.at
  const name = readRun(cursor, '=')
  skipSpace(cursor)
  if (name.text !== 'i' || !take(cursor, '='))
    return { end: within.from, problem: notLeading(span(from, Math.max(from, name.span.to))) }
  skipSpace(cursor)
  const value = readRun(cursor)
  skipSpace(cursor)
  const instance = instanceOf(value.text)
  const where = span(from, value.span.to)
  if (instance === undefined) return { end: within.from, problem: badInstance(value.text, where) }
  if (atEnd(cursor) || peek(cursor) !== ';')
    return { instance, end: cursor.at, problem: notClosed(where) }
  return { instance, end: cursor.at + 1 }
}

const notLeading = (where: Span): SignatureProblem =>
  problemOf(
    'permerror',
    where,
    'The field starts with its instance, as in `i=1;`, before the name of who judged.',
    { rfc: 8617, section: '4.1.1' },
  )

const notClosed = (where: Span): SignatureProblem =>
  problemOf(
    'permerror',
    where,
    'A semicolon stands between the instance and the name of who judged.',
    {
      rfc: 8617,
      section: '4.1.1',
    },
  )

/** Whether a field of results fails by its form; else its number is wrong. */
export const isNotLeading = (found: SignatureProblem | undefined): boolean =>
  found !== undefined && 'rfc' in found.source && found.source.section === '4.1.1'

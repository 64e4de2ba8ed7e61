import { asCharacters } from './bytes.ts'
import type { Diagnostic, TextEdit } from './diagnostic.ts'
import { span, type Span } from './span.ts'

/** A text of octets, one UTF-16 unit each, as the characters that a person reads. */
export interface ReadableText {
  readonly text: string
  /** Where a span of the octets stands among the characters. */
  place(octets: Span): Span
}

/** Reads octets as UTF-8, as `asCharacters` does, and keeps where each character stood. */
export function readableText(octets: string): ReadableText {
  const text = asCharacters(octets)
  if (text.length === octets.length) return { text, place: (one) => one }
  const starts = startsOf(octets)
  const at = (octet: number): number => characterAt(starts, octet)
  return { text, place: ({ from, to }) => span(at(from), at(to)) }
}

/** Where the lines of the octets begin, and where those lines begin among the characters. */
interface LineStarts {
  readonly octets: string
  readonly inOctets: readonly number[]
  readonly inCharacters: readonly number[]
}

function startsOf(octets: string): LineStarts {
  const inOctets = [0]
  const inCharacters = [0]
  for (let at = octets.indexOf('\n'); at >= 0; at = octets.indexOf('\n', at + 1)) {
    const line = octets.slice(inOctets.at(-1), at + 1)
    inOctets.push(at + 1)
    inCharacters.push(inCharacters.at(-1)! + asCharacters(line).length)
  }
  return { octets, inOctets, inCharacters }
}

function characterAt({ octets, inOctets, inCharacters }: LineStarts, octet: number): number {
  let low = 0
  let high = inOctets.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (inOctets[middle]! <= octet) low = middle
    else high = middle - 1
  }
  return inCharacters[low]! + charactersBefore(octets.slice(inOctets[low]), octet - inOctets[low]!)
}

/** How many characters the first octets of a text spell; one that is cut is not among them. */
export function charactersBefore(octets: string, count: number): number {
  const before = octets.slice(0, count)
  // Continuation octets behind the cut belong to the character that it goes through.
  const rest = /^[\x80-\xbf]{0,3}/.exec(octets.slice(count, count + 3))![0]
  const whole = asCharacters(before + rest)
  const read = asCharacters(before)
  return rest !== '' && whole.length < read.length + rest.length
    ? asCharacters(before.replace(/[\xc2-\xf4][\x80-\xbf]{0,2}$/, '')).length
    : read.length
}

/** A finding in octets as one in the characters of the same text: spans, and what fixes write. */
export const inCharacters = (found: Diagnostic, { place }: ReadableText): Diagnostic => {
  const { inOctets: _, ...shown } = found
  const edit = (one: TextEdit): TextEdit =>
    one.file === undefined || one.file === found.file
      ? { ...one, span: place(one.span), text: asCharacters(one.text) }
      : one
  return {
    ...shown,
    span: place(found.span),
    related: found.related.map((one) =>
      one.file === found.file ? { ...one, span: place(one.span) } : one,
    ),
    fixes: found.fixes.map((fix) => ({ ...fix, edits: fix.edits.map(edit) })),
  }
}

import type { Fix } from '../../core/diagnostic.ts'
import { span, type Span } from '../../core/span.ts'
import { mechanismFor } from '../../auth/spf/read/unknown.ts'
import { readTerms } from '../../auth/spf/read/terms.ts'
import type { SpfRecord, Term } from '../../auth/spf/record.ts'

/** Edits count in the record's text. */
export const replace = (title: string, at: Span, text: string): Fix => ({
  title,
  edits: [{ span: at, text }],
})

export const remove = (title: string, at: Span): Fix => replace(title, at, '')

/** The term with the spaces before it, unless something stands right behind it. */
export function withSpaces({ text }: SpfRecord, { span: at }: Term): Span {
  if (text[at.to] !== ' ' && at.to < text.length) return at
  let from = at.from
  while (text[from - 1] === ' ') from--
  return span(from, at.to)
}

export const removeTerm = (record: SpfRecord, term: Term): Fix =>
  remove(`Remove \`${term.text}\``, withSpaces(record, term))

export const append = ({ text }: SpfRecord, term: string): Fix => {
  const end = text.trimEnd().length
  return replace(`Add \`${term}\` at the end`, span(end, end), ` ${term}`)
}

/** Offers another wording of a term, if that reads without a problem. */
export function rewrite(term: Term, text: string): Fix[] {
  if (text === term.text || readTerms(text, 0).problems.length) return []
  return [replace(`Write \`${text}\``, term.span, text)]
}

/** Puts the space before an `all` that is glued to its term: `ip4:192.0.2.1-all`. */
export function partAll({ text, span: at }: Term): Fix[] {
  const [, first = '', all] = /^(.+?)([-+~?]all)$/i.exec(text) ?? []
  if (!all) return []
  const readable = [first, mechanismFor(first)].find((one) => !readTerms(one, 0).problems.length)
  if (readable === undefined) return []
  const wording = `${readable} ${all}`
  return [replace(`Write \`${wording}\``, at, wording)]
}

/**
 * Takes out the space that parts a mechanism from what belongs behind its colon, `ip4: 192.0.2.1`,
 * or before it. Nothing where the two together read no better.
 */
export function joinNext(term: Term, next: Term | undefined): Fix[] {
  if (next?.kind !== 'unknown' || !(/[:=/]$/.test(term.text) || /^[:/]/.test(next.text))) return []
  const joined = term.text + next.text
  if (readTerms(joined, 0).problems.length) return []
  return [remove(`Write \`${joined}\``, span(term.span.to, next.span.from))]
}

/** The same, as the second of the two is looked at. */
export function joinPrevious({ terms }: SpfRecord, term: Term): Fix[] {
  const before = terms[terms.indexOf(term) - 1]
  return before ? joinNext(before, term) : []
}

/** Moves a term in front of another one. */
export const moveBefore = (record: SpfRecord, term: Term, target: Term): Fix => ({
  title: `Move \`${term.text}\` before \`${target.text}\``,
  edits: [
    { span: span(target.span.from, target.span.from), text: `${term.text} ` },
    { span: withSpaces(record, term), text: '' },
  ],
})

/** Moves a term to the end of the record. */
export const moveToEnd = (record: SpfRecord, term: Term): Fix => ({
  title: `Move \`${term.text}\` to the end`,
  edits: [{ span: withSpaces(record, term), text: '' }, ...append(record, term.text).edits],
})

/** What stands behind each term. */
export const followers = ({ terms }: SpfRecord): ReadonlyMap<Term, Term | undefined> =>
  new Map(terms.map((term, index) => [term, terms[index + 1]]))

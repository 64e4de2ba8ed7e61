import { span, type Span } from '../../core/span.ts'
import { problem } from './problem.ts'
import { readCharacters } from './read/characters.ts'
import { readTerms } from './read/terms.ts'
import { readVersion } from './read/version.ts'
import type { Modifier, RecordProblem, SpfRecord, Term } from './record.ts'

/**
 * Reads an SPF record (RFC 7208 §12) whole: every term it can make out, and every problem, each at
 * its place. Never throws. A record without problems is one that SPF evaluates.
 * @param text The TXT record's strings joined without a space (§3.3).
 */
export function parseSpf(text: string): SpfRecord {
  const version = readVersion(text)
  const terms: Term[] = []
  const problems: RecordProblem[] = [...version.problems, ...readCharacters(text, 0)]
  for (const { from, to } of wordsOf(text, version.span.to)) {
    const read = readTerms(text.slice(from, to), from)
    for (const term of read.terms) terms.push(term)
    for (const found of read.problems) problems.push(found)
  }
  problems.push(...repeatedModifiers(terms))
  return { text, version: version.span, terms, problems: inOrder(problems) }
}

/** Terms stand between spaces; no other character separates them (§4.6.1). */
function wordsOf(text: string, start: number): Span[] {
  const words: Span[] = []
  for (let at = start; at < text.length;) {
    const space = text.indexOf(' ', at)
    const end = space < 0 ? text.length : space
    if (end > at) words.push(span(at, end))
    at = end + 1
  }
  return words
}

/** `redirect` and `exp` must not stand more than once (§6). */
function repeatedModifiers(terms: readonly Term[]): RecordProblem[] {
  return ['redirect', 'exp'].flatMap((name) =>
    terms
      .filter((term): term is Modifier => term.kind === 'modifier' && term.name === name)
      .slice(1)
      .map((term) => ({
        ...problem('repeated-modifier', term.span, `\`${name}=\` stands more than once`),
        term,
      })),
  )
}

const inOrder = (problems: readonly RecordProblem[]): RecordProblem[] =>
  problems.toSorted((a, b) => a.span.from - b.span.from || a.span.to - b.span.to)

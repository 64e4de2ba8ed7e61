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
  const read = wordsOf(text, version.span.to).map((word) =>
    readTerms(text.slice(word.from, word.to), word.from),
  )
  const terms = read.flatMap((reading) => reading.terms)
  const problems = [
    ...version.problems,
    ...readCharacters(text, 0),
    ...read.flatMap((reading) => reading.problems),
    ...repeatedModifiers(terms),
  ]
  return { text, version: version.span, terms, problems: inOrder(problems) }
}

/** Terms stand between spaces; no other character separates them (§4.6.1). */
function wordsOf(text: string, start: number): Span[] {
  const words: Span[] = []
  const pattern = /[^ ]+/g
  pattern.lastIndex = start
  for (let found = pattern.exec(text); found; found = pattern.exec(text))
    words.push(span(found.index, found.index + found[0].length))
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
  [...problems].sort((a, b) => a.span.from - b.span.from || a.span.to - b.span.to)

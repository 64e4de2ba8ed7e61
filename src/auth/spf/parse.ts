import { problem } from './problem.ts'
import { readCharacters } from './read/characters.ts'
import { readTerms } from './read/terms.ts'
import { readVersion } from './read/version.ts'
import type { RecordProblem, SpfRecord, Term } from './record.ts'

/**
 * Reads an SPF record (RFC 7208 §12) whole: every term it can make out, and every problem, each at
 * its place. Never throws. A record without problems is one that SPF evaluates.
 * @param text The TXT record's strings joined without a space (§3.3).
 */
export function parseSpf(text: string): SpfRecord {
  const version = readVersion(text)
  const terms: Term[] = []
  const problems: RecordProblem[] = [...version.problems, ...readCharacters(text, 0)]
  // Terms stand between spaces; no other character separates them (§4.6.1).
  for (let at = version.span.to; at < text.length;) {
    const space = text.indexOf(' ', at)
    const end = space < 0 ? text.length : space
    if (end > at) {
      const read = readTerms(text.slice(at, end), at)
      for (const term of read.terms) terms.push(term)
      for (const found of read.problems) problems.push(found)
    }
    at = end + 1
  }
  noteRepeated('redirect', terms, problems)
  noteRepeated('exp', terms, problems)
  return { text, version: version.span, terms, problems: inOrder(problems) }
}

/** `redirect` and `exp` must not stand more than once (§6). */
function noteRepeated(name: string, terms: readonly Term[], problems: RecordProblem[]): void {
  let isThere = false
  for (const term of terms) {
    if (term.kind !== 'modifier' || term.name !== name) continue
    if (isThere) {
      const message = `\`${name}=\` stands more than once`
      problems.push({ ...problem('repeated-modifier', term.span, message), term })
    }
    isThere = true
  }
}

const inOrder = (problems: RecordProblem[]): RecordProblem[] =>
  problems.length < 2
    ? problems
    : problems.sort((a, b) => a.span.from - b.span.from || a.span.to - b.span.to)

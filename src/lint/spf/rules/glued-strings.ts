import type { Fix } from '../../../core/diagnostic.ts'
import { defineRule } from '../../../core/rule.ts'
import { span } from '../../../core/span.ts'
import { replace } from '../fixes.ts'
import { readTerms } from '../../../auth/spf/read/terms.ts'
import { isCutAfterVersion, seamsOf } from '../strings.ts'
import type { SpfSubject } from '../subject.ts'

export const gluedStrings = defineRule<SpfSubject>({
  code: 'spf/glued-strings',
  severity: 'error',
  source: { rfc: 7208, section: '3.3' },
  why: 'The strings of a TXT record are joined without a space. A space between two terms must stand inside a string.',
  bad: ['v=spf1 include:a.example.or«g" "i»nclude:b.example.org -all', 'v=spf«1" "m»x -all'],
  good: [
    'v=spf1 include:a.example.org " "include:b.example.org -all',
    'v=spf1 ip4:192.0." "2.1 -all',
  ],
  *check(subject) {
    for (const seam of seamsOf(subject))
      if (isGlue(subject, seam))
        yield {
          span: span(seam - 1, seam + 1),
          message: `No space parts the two strings here: they are read as \`${around(subject.text, seam)}\`.`,
          fixes: quotedFix(seam),
        }
  },
})

/** Whether a term ends at the seam and another one starts there. */
function isGlue(subject: SpfSubject, seam: number): boolean {
  const { text } = subject
  if (isCutAfterVersion(subject) && seam === subject.published.strings[0]!.length) return true
  const { before, after } = wordsAt(text, seam)
  return before !== '' && isNamed(after) && isWhole(before) && isWhole(after)
}

/** Characters of a term that people write; one that runs on through many strings is read once a seam. */
const LONGEST_TERM = 1000

const isWhole = (word: string): boolean =>
  word.length <= LONGEST_TERM && !readTerms(word, 0).problems.length

const isNamed = (word: string): boolean =>
  /^[-+~?]?(?:all|include:|a:|mx\b|ptr\b|ip4:|ip6:|exists:|redirect=|exp=)/i.test(word)

/** The halves of the word that the seam stands in. */
function wordsAt(text: string, seam: number): { before: string; after: string } {
  const end = text.indexOf(' ', seam)
  return {
    before: text.slice(text.lastIndexOf(' ', seam - 1) + 1, seam),
    after: text.slice(seam, end < 0 ? text.length : end),
  }
}

function around(text: string, seam: number): string {
  const { before, after } = wordsAt(text, seam)
  return before + after
}

const quotedFix = (seam: number): Fix[] => [
  replace('Put a space at the start of the second string', span(seam, seam), ' '),
]

import type { Fix } from '../../../core/diagnostic.ts'
import { defineRule } from '../../../core/rule.ts'
import { joinPrevious, partAll, rewrite } from '../fixes.ts'
import { guessMechanism } from '../guess-mechanism.ts'
import type { RecordProblem } from '../../../auth/spf/record.ts'
import { isKind, reportProblems, type SpfSubject } from '../subject.ts'

export const unknownMechanism = defineRule<SpfSubject>({
  code: 'spf/unknown-mechanism',
  severity: 'error',
  source: { rfc: 7208, section: '4.6.1' },
  why: 'SPF has eight mechanisms: all, include, a, mx, ptr, ip4, ip6, exists. One unknown word breaks the whole record.',
  bad: [
    'v=spf1 «ip»:192.0.2.1 -all',
    'v=spf1 «ipv4»:192.0.2.0/24 -all',
    'v=spf1 ~«ipv6»:2001:db8::/32 -all',
    'v=spf1 «inlcude»:example.org -all',
    'v=spf1 mx «moo» -all',
    'v=spf1 «mx-all»',
  ],
  good: ['v=spf1 IP4:192.0.2.1 MX -all'],
  *check(subject) {
    yield* reportProblems(subject, isKind('unknown-mechanism'), (found) => {
      const joined = found.term ? joinPrevious(subject, found.term) : []
      return joined.length ? joined : repair(found)
    })
  },
})

function repair({ term }: RecordProblem): Fix[] {
  const parted = term ? partAll(term) : []
  if (parted.length) return parted
  const name = term && guessMechanism(term)
  if (!name) return []
  const start = term.nameSpan.from - term.span.from
  const text = term.text.slice(0, start) + name + term.text.slice(start + term.name.length)
  return rewrite(term, text)
}

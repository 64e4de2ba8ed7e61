import { defineRule } from '../../../core/rule.ts'
import { joinPrevious, rewrite } from '../fixes.ts'
import { mechanismFor } from '../../../auth/spf/read/unknown.ts'
import { isKind, reportProblems, type SpfSubject } from '../subject.ts'

export const bareAddress = defineRule<SpfSubject>({
  code: 'spf/bare-address',
  severity: 'error',
  source: { rfc: 7208, section: '4.6.1' },
  why: 'Each word of a record is a mechanism or a modifier. An address alone is neither, and breaks the record.',
  bad: ['v=spf1 «192.0.2.1» -all', 'v=spf1 «~192.0.2.0/24» -all', 'v=spf1 «2001:db8::1» -all'],
  good: ['v=spf1 ip4:192.0.2.1 ip6:2001:db8::1 -all'],
  *check(subject) {
    yield* reportProblems(subject, isKind('bare-address'), ({ term }) => {
      const joined = term ? joinPrevious(subject, term) : []
      return term && joined.length === 0 ? rewrite(term, mechanismFor(term.text)) : joined
    })
  },
})

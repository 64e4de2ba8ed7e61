import { defineRule } from '../../../core/rule.ts'
import { rewrite } from '../fixes.ts'
import { isKind, reportProblems, type SpfSubject } from '../subject.ts'

export const swappedFamily = defineRule<SpfSubject>({
  code: 'spf/swapped-family',
  severity: 'error',
  source: { rfc: 7208, section: '5.6' },
  why: '`ip4` takes IPv4 addresses and `ip6` takes IPv6 addresses. The other kind breaks the record.',
  bad: ['v=spf1 ip4:«2001:db8::1» -all', 'v=spf1 -ip6:«192.0.2.0»/24 -all'],
  good: ['v=spf1 ip6:2001:db8::1 ip4:192.0.2.0/24 -all'],
  *check(subject) {
    yield* reportProblems(subject, isKind('swapped-family'), ({ term }) =>
      term
        ? rewrite(
            term,
            term.text.replace(/ip([46])/i, (_, family) => (family === '4' ? 'ip6' : 'ip4')),
          )
        : [],
    )
  },
})

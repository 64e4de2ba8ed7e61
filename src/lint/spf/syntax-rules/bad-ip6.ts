import { defineRule } from '../../../core/rule.ts'
import { followers, joinNext, partAll, rewrite } from '../fixes.ts'
import { isKind, reportProblems, type SpfSubject } from '../subject.ts'

export const badIp6 = defineRule<SpfSubject>({
  code: 'spf/bad-ip6',
  severity: 'error',
  source: { rfc: 7208, section: '5.6' },
  why: '`ip6` takes eight groups of up to four hexadecimal digits with colons between; `::` stands once for any number of zeros.',
  bad: [
    'v=spf1 ip6:«2001:db8::1::2» -all',
    'v=spf1 ip6:«2001:db8» -all',
    'v=spf1 ip6:«[2001:db8::1]» -all',
    'v=spf1 ip6:«2001:db8::g» -all',
    'v=spf1 ip6:«2001:db8::1-all»',
    'v=spf1 «ip6» -all',
  ],
  good: ['v=spf1 ip6:2001:db8::/32 ip6:2001:db8:1::7 -all'],
  *check(subject) {
    const next = followers(subject)
    yield* reportProblems(
      subject,
      (found) => found.term?.name === 'ip6' && isKind('bad-network', 'missing-network')(found),
      ({ term }) =>
        term
          ? [
              ...joinNext(term, next.get(term)),
              ...partAll(term),
              ...rewrite(term, term.text.replace(/[[\]]/g, '')),
            ]
          : [],
    )
  },
})

import { defineRule } from '../../../core/rule.ts'
import { remove } from '../fixes.ts'
import { isKind, reportProblems, type SpfSubject } from '../subject.ts'

export const strayPrefix = defineRule<SpfSubject>({
  code: 'spf/stray-prefix',
  severity: 'error',
  source: { rfc: 7208, section: '12' },
  why: 'Only `a`, `mx`, `ip4` and `ip6` compare addresses, so only they take a prefix length.',
  bad: ['v=spf1 include:example.org«/24» -all', 'v=spf1 exists:a.example.org«/8» -all'],
  good: ['v=spf1 include:example.org a:example.org/24 -all'],
  *check(subject) {
    yield* reportProblems(subject, isKind('stray-prefix'), ({ span }) => [
      remove('Remove the prefix length', span),
    ])
  },
})

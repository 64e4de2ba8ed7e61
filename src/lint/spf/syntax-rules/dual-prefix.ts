import { defineRule } from '../../../core/rule.ts'
import { slice } from '../../../core/span.ts'
import { rewrite } from '../fixes.ts'
import { isKind, reportProblems, type SpfSubject } from '../subject.ts'

export const dualPrefix = defineRule<SpfSubject>({
  code: 'spf/dual-prefix',
  severity: 'error',
  source: { rfc: 7208, section: '5.6' },
  why: '`a` and `mx` take two lengths: `/24` for IPv4 and, behind two slashes, `//64` for IPv6. `ip4` and `ip6` take one.',
  bad: [
    'v=spf1 a/24«/64» -all',
    'v=spf1 ip4:192.0.2.0«//24» -all',
    'v=spf1 ip4:192.0.2.0«/24/64» -all',
  ],
  good: ['v=spf1 a/24//64 mx//64 ip4:192.0.2.0/24 -all'],
  *check(subject) {
    yield* reportProblems(subject, isKind('dual-prefix'), ({ span, term }) => {
      if (!term) return []
      const before = term.text.slice(0, span.from - term.span.from)
      const written = slice(subject.text, span)
      const better = term.name.startsWith('ip') ? written.replace('//', '/') : `/${written}`
      return rewrite(term, before + better)
    })
  },
})

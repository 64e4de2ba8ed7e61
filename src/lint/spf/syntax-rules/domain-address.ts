import { defineRule } from '../../../core/rule.ts'
import { rewrite } from '../fixes.ts'
import { mechanismFor } from '../../../auth/spf/read/unknown.ts'
import { isKind, reportProblems, type SpfSubject } from '../subject.ts'

export const domainAddress = defineRule<SpfSubject>({
  code: 'spf/domain-address',
  severity: 'error',
  source: { rfc: 7208, section: '7.1' },
  why: 'These words take a domain name, which never ends in a number. Addresses stand behind `ip4:` and `ip6:`.',
  bad: [
    'v=spf1 a:«192.0.2.1» -all',
    'v=spf1 include:«192.0.2.0» -all',
    'v=spf1 ~mx:«2001:db8::1» -all',
    'v=spf1 a:«192.0.2.0»/24 -all',
  ],
  good: ['v=spf1 ip4:192.0.2.1 a:mail.example.org -all'],
  *check(subject) {
    yield* reportProblems(subject, isKind('domain-address'), ({ term }) =>
      term?.kind === 'mechanism'
        ? rewrite(term, mechanismFor(term.text.replace(/[a-z]+:/i, '')))
        : [],
    )
  },
})

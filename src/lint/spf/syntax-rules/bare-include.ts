import { defineRule } from '../../../core/rule.ts'
import { followers, joinNext } from '../fixes.ts'
import { isKind, reportProblems, type SpfSubject } from '../subject.ts'

export const bareInclude = defineRule<SpfSubject>({
  code: 'spf/bare-include',
  severity: 'error',
  source: { rfc: 7208, section: '5.2' },
  why: '`include` asks another domain’s record. Without a domain behind its colon there is no record to ask for.',
  bad: ['v=spf1 «include» -all', 'v=spf1 «include:» -all'],
  good: ['v=spf1 include:_spf.example.org -all'],
  *check(subject) {
    const next = followers(subject)
    yield* reportProblems(
      subject,
      (found) => found.term?.name === 'include' && isKind('missing-domain', 'empty-domain')(found),
      ({ term }) => (term ? joinNext(term, next.get(term)) : []),
    )
  },
})

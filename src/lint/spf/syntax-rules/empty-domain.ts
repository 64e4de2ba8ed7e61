import { defineRule } from '../../../core/rule.ts'
import { followers, joinNext, rewrite } from '../fixes.ts'
import { isKind, reportProblems, type SpfSubject } from '../subject.ts'

export const emptyDomain = defineRule<SpfSubject>({
  code: 'spf/empty-domain',
  severity: 'error',
  source: { rfc: 7208, section: '5.3' },
  why: 'Behind a colon stands a domain. For this very domain, write the mechanism without the colon.',
  bad: ['v=spf1 «a:» -all', 'v=spf1 -«mx:»/24 -all', 'v=spf1 «ptr:» -all'],
  good: ['v=spf1 a mx/24 -all'],
  *check(subject) {
    const next = followers(subject)
    yield* reportProblems(
      subject,
      (found) =>
        ['a', 'mx', 'ptr'].includes(found.term?.name ?? '') &&
        isKind('missing-domain', 'empty-domain')(found),
      ({ term }) =>
        term
          ? [...joinNext(term, next.get(term)), ...rewrite(term, term.text.replace(':', ''))]
          : [],
    )
  },
})

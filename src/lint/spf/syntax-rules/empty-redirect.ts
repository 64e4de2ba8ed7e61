import { defineRule } from '../../../core/rule.ts'
import { followers, joinNext, removeTerm } from '../fixes.ts'
import { isKind, reportProblems, type SpfSubject } from '../subject.ts'

export const emptyRedirect = defineRule<SpfSubject>({
  code: 'spf/empty-redirect',
  severity: 'error',
  source: { rfc: 7208, section: '6.1' },
  why: '`redirect` hands the decision to another domain’s record. Without a domain the record breaks.',
  bad: ['v=spf1 mx «redirect=»'],
  good: ['v=spf1 mx redirect=_spf.example.org'],
  *check(subject) {
    const next = followers(subject)
    yield* reportProblems(
      subject,
      (found) => found.term?.name === 'redirect' && isKind('empty-domain')(found),
      ({ term }) => {
        const joined = term ? joinNext(term, next.get(term)) : []
        return term && joined.length === 0 ? [removeTerm(subject, term)] : joined
      },
    )
  },
})

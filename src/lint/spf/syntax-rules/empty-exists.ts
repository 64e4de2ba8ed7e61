import { defineRule } from '../../../core/rule.ts'
import { followers, joinNext } from '../fixes.ts'
import { isKind, reportProblems, type SpfSubject } from '../subject.ts'

export const emptyExists = defineRule<SpfSubject>({
  code: 'spf/empty-exists',
  severity: 'error',
  source: { rfc: 7208, section: '5.7' },
  why: '`exists` asks whether a name has an address. The name has to stand behind its colon.',
  bad: ['v=spf1 «exists» -all', 'v=spf1 «exists:» -all'],
  good: ['v=spf1 exists:%{ir}._spf.example.org -all'],
  *check(subject) {
    const next = followers(subject)
    yield* reportProblems(
      subject,
      (found) => found.term?.name === 'exists' && isKind('missing-domain', 'empty-domain')(found),
      ({ term }) => (term ? joinNext(term, next.get(term)) : []),
    )
  },
})

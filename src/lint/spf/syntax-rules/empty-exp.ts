import { defineRule } from '../../../core/rule.ts'
import { removeTerm } from '../fixes.ts'
import { isKind, reportProblems, type SpfSubject } from '../subject.ts'

export const emptyExp = defineRule<SpfSubject>({
  code: 'spf/empty-exp',
  severity: 'error',
  source: { rfc: 7208, section: '6.2' },
  why: '`exp` names the TXT record with the text for a refused sender. Without a name the record breaks.',
  bad: ['v=spf1 mx -all «exp=»'],
  good: ['v=spf1 mx -all exp=explain.example.org'],
  *check(subject) {
    yield* reportProblems(
      subject,
      (found) => found.term?.name === 'exp' && isKind('empty-domain')(found),
      ({ term }) => (term ? [removeTerm(subject, term)] : []),
    )
  },
})

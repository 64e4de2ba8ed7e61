import { defineRule } from '../../../core/rule.ts'
import { rewrite } from '../fixes.ts'
import { isKind, reportProblems, type SpfSubject } from '../subject.ts'

export const doubleQualifier = defineRule<SpfSubject>({
  code: 'spf/double-qualifier',
  severity: 'error',
  source: { rfc: 7208, section: '4.6.1' },
  why: 'A mechanism takes one qualifier: `+`, `-`, `~` or `?`. With two of them the record breaks.',
  bad: ['v=spf1 mx «--»all', 'v=spf1 mx «+~»all'],
  good: ['v=spf1 mx ~all'],
  *check(subject) {
    yield* reportProblems(subject, isKind('double-qualifier'), ({ term }) =>
      term ? rewrite(term, term.text.replace(/^[-+~?]+(?=[-+~?])/, '')) : [],
    )
  },
})

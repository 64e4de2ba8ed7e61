import { defineRule } from '../../../core/rule.ts'
import { isKind, reportProblems, type SpfSubject } from '../subject.ts'

export const macroName = defineRule<SpfSubject>({
  code: 'spf/macro-letter',
  severity: 'error',
  source: { rfc: 7208, section: '7.2' },
  why: 'Macros are named s, l, o, d, i, p, v and h; in explanations also c, r and t. Another letter breaks the record.',
  bad: ['v=spf1 exists:«%{x}».example.org -all'],
  good: ['v=spf1 exists:%{ir}.%{v}.example.org -all'],
  *check(subject) {
    yield* reportProblems(subject, isKind('macro-letter'))
  },
})

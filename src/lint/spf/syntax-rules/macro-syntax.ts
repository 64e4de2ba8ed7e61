import { defineRule } from '../../../core/rule.ts'
import { isKind, reportProblems, type SpfSubject } from '../subject.ts'

export const macroSyntax = defineRule<SpfSubject>({
  code: 'spf/macro-syntax',
  severity: 'error',
  source: { rfc: 7208, section: '7.1' },
  why: 'A macro is `%{`, a letter, perhaps a number, perhaps `r`, perhaps characters to split at (`.-+,/_=`), and `}`.',
  bad: [
    'v=spf1 exists:«%{ir.example.org» -all',
    'v=spf1 exists:«%{}».example.org -all',
    'v=spf1 exists:«%{lr2}».example.org -all',
    'v=spf1 exists:«%{l:}».example.org -all',
  ],
  good: ['v=spf1 exists:%{l2r-}.example.org -all'],
  *check(subject) {
    yield* reportProblems(subject, isKind('macro-form', 'macro-delimiter'))
  },
})

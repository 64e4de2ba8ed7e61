import { defineRule } from '../../../core/rule.ts'
import { isKind, reportProblems, type SpfSubject } from '../subject.ts'

export const explanationOnly = defineRule<SpfSubject>({
  code: 'spf/explanation-only',
  severity: 'error',
  source: { rfc: 7208, section: '7.2' },
  why: 'The macros c, r and t belong in the text that `exp` points to. In a domain they break the record; for the address, use `%{i}`.',
  bad: ['v=spf1 exists:«%{t}».example.org -all', 'v=spf1 -all exp=«%{r}».example.org'],
  good: ['v=spf1 exists:%{i}.example.org -all'],
  *check(subject) {
    yield* reportProblems(subject, isKind('explanation-only'))
  },
})

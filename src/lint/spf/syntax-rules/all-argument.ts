import { defineRule } from '../../../core/rule.ts'
import { remove } from '../fixes.ts'
import { isKind, reportProblems, type SpfSubject } from '../subject.ts'

export const allArgument = defineRule<SpfSubject>({
  code: 'spf/all-argument',
  severity: 'error',
  source: { rfc: 7208, section: '5.1' },
  why: '`all` matches everybody, so nothing can narrow it: it takes no domain, no length and no dot.',
  bad: ['v=spf1 mx -all«:example.org»', 'v=spf1 mx -all«.»', 'v=spf1 mx -all«/8»'],
  good: ['v=spf1 mx -all'],
  *check(subject) {
    yield* reportProblems(subject, isKind('all-argument'), ({ span }) => [
      remove('Leave `all` alone', span),
    ])
  },
})

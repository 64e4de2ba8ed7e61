import { defineRule } from '../../../core/rule.ts'
import { remove } from '../fixes.ts'
import { isKind, reportProblems, type SpfSubject } from '../subject.ts'

export const port = defineRule<SpfSubject>({
  code: 'spf/port',
  severity: 'error',
  source: { rfc: 7208, section: '5.6' },
  why: 'SPF states which addresses may send. A client’s port is another one at each connection, and has no place in the record.',
  bad: ['v=spf1 ip4:192.0.2.1«:25» -all'],
  good: ['v=spf1 ip4:192.0.2.1 -all'],
  *check(subject) {
    yield* reportProblems(subject, isKind('port'), ({ span }) => [remove('Remove the port', span)])
  },
})

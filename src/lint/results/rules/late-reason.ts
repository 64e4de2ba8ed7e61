import { defineRule } from '../../../core/rule.ts'
import type { AuthenticationResults } from '../../../auth/results/results.ts'

export const lateReason = defineRule<AuthenticationResults>({
  code: 'results/late-reason',
  severity: 'warning',
  source: { rfc: 8601, section: '2.2' },
  why: 'The grammar has `reason=` right behind the result; readers that follow it stop where it comes later.',
  bad: ['mx.example.org; spf=fail smtp.mailfrom=a.example «reason="not listed"»'],
  good: ['mx.example.org; spf=fail reason="not listed" smtp.mailfrom=a.example'],
  *check({ problems }) {
    for (const { span, message } of problems.filter(({ kind }) => kind === 'late-reason'))
      yield { span, message }
  },
})

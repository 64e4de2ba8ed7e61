import { defineRule } from '../../../core/rule.ts'
import type { AuthenticationResults } from '../../../auth/results/results.ts'

export const noneBesideResults = defineRule<AuthenticationResults>({
  code: 'results/none-beside-results',
  severity: 'error',
  source: { rfc: 8601, section: '2.2' },
  why: '`none` stands alone: it states that no method was applied at all.',
  bad: ['mx.example.org; «none»; spf=pass'],
  good: ['mx.example.org; none', 'mx.example.org; spf=none'],
  *check({ problems }) {
    for (const { span, message } of problems.filter(({ kind }) => kind === 'none-beside-results'))
      yield { span, message }
  },
})

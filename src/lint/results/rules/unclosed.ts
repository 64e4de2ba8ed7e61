import { defineRule } from '../../../core/rule.ts'
import type { AuthenticationResults } from '../../../auth/results/results.ts'

export const unclosed = defineRule<AuthenticationResults>({
  code: 'results/unclosed',
  severity: 'error',
  source: { rfc: 8601, section: '2.2' },
  why: 'What is never closed swallows every result behind it.',
  bad: [
    'mx.example.org; spf=pass «(mail from a.example; dkim=pass»',
    'mx.example.org; spf=pass reason=«"oh»',
  ],
  good: ['mx.example.org; spf=pass (a (nested) comment)'],
  *check({ problems }) {
    for (const { span, message } of problems.filter(({ kind }) => kind === 'unclosed'))
      yield { span, message }
  },
})

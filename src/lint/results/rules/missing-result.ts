import { defineRule } from '../../../core/rule.ts'
import type { AuthenticationResults } from '../../../auth/results/results.ts'

export const missingResult = defineRule<AuthenticationResults>({
  code: 'results/missing-result',
  severity: 'error',
  source: { rfc: 8601, section: '2.2' },
  why: 'Each statement names a method and what came of it. Without an equals sign, readers skip it or the whole field.',
  bad: ['mx.example.org; «spf»', 'mx.example.org; «spf=»; dkim=pass'],
  good: ['mx.example.org; spf = pass'],
  *check({ problems }) {
    for (const { span, message } of problems.filter(({ kind }) => kind === 'missing-result'))
      yield { span, message }
  },
})

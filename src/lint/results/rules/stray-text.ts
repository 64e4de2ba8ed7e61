import { defineRule } from '../../../core/rule.ts'
import type { AuthenticationResults } from '../../../auth/results/results.ts'

export const strayText = defineRule<AuthenticationResults>({
  code: 'results/stray-text',
  severity: 'error',
  source: { rfc: 8601, section: '2.2' },
  why: 'Between the name of who judged and the first semicolon only a version may stand.',
  bad: ['mx.example.org «spf=pass»; dkim=pass'],
  good: ['mx.example.org 1; dkim=pass', 'mx.example.org (a comment); dkim=pass'],
  *check({ problems }) {
    for (const { span, message } of problems.filter(({ kind }) => kind === 'stray'))
      yield { span, message }
  },
})

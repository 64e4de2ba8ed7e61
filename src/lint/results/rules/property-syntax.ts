import { defineRule } from '../../../core/rule.ts'
import type { AuthenticationResults } from '../../../auth/results/results.ts'

export const propertySyntax = defineRule<AuthenticationResults>({
  code: 'results/property-syntax',
  severity: 'error',
  source: { rfc: 8601, section: '2.2' },
  why: 'A property states first where its value is from (`smtp`, `header`, `body`, `policy`), then which one it is.',
  bad: ['mx.example.org; spf=pass «mailfrom=a.example»', 'mx.example.org; dkim=pass «hello»'],
  good: ['mx.example.org; spf=pass smtp . mailfrom = a.example'],
  *check({ problems }) {
    for (const { span, message } of problems.filter(({ kind }) => kind === 'property'))
      yield { span, message }
  },
})

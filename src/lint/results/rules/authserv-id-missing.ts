import { defineRule } from '../../../core/rule.ts'
import type { AuthenticationResults } from '../../../auth/results/results.ts'

export const authservIdMissing = defineRule<AuthenticationResults>({
  code: 'results/authserv-id-missing',
  severity: 'error',
  source: { rfc: 8601, section: '2.5' },
  why: 'Readers trust the field only if it bears the name of somebody they trust, so a field without a name is ignored.',
  bad: ['«spf»=pass smtp.mailfrom=example.org'],
  good: ['mx.example.org; spf=pass smtp.mailfrom=example.org', '"mx 1"; none'],
  *check({ problems }) {
    for (const { span, message } of problems.filter(({ kind }) => kind === 'authserv-id'))
      yield { span, message }
  },
})

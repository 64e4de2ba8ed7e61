import { defineRule } from '../../../core/rule.ts'
import { fix } from '../../tag-edits.ts'
import type { AuthenticationResults } from '../../../auth/results/results.ts'

export const emptyStatement = defineRule<AuthenticationResults>({
  code: 'results/empty-statement',
  severity: 'warning',
  source: { rfc: 8601, section: '2.2' },
  why: 'A semicolon stands before each result, so one at the end announces a result that does not come. Many readers forgive it, strict ones drop the field.',
  bad: ['mx.example.org; spf=pass«;»', 'mx.example.org«;»; spf=pass'],
  good: ['mx.example.org; spf=pass'],
  *check({ problems }) {
    for (const { span, message } of problems.filter(({ kind }) => kind === 'empty'))
      yield { span, message, fixes: [fix('Take the semicolon out', span, '')] }
  },
})

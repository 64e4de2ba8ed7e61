import { defineRule } from '../../../core/rule.ts'
import { span as at } from '../../../core/span.ts'
import { fix } from '../../tag-edits.ts'
import type { AuthenticationResults } from '../../../auth/results/results.ts'

export const noResults = defineRule<AuthenticationResults>({
  code: 'results/no-results',
  severity: 'error',
  source: { rfc: 8601, section: '2.2' },
  why: 'A field that names a judge and no result is cut off. `none` states that nothing was checked.',
  bad: ['«mx.example.org»'],
  good: ['mx.example.org; none'],
  *check({ problems }) {
    for (const { span, message } of problems.filter(({ kind }) => kind === 'no-results'))
      yield {
        span,
        message,
        // With more problems, it would not stand behind the name.
        fixes: problems.length > 1 ? [] : [fix('Write `none`', at(span.to, span.to), '; none')],
      }
  },
})

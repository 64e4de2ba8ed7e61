import { defineRule } from '../../../core/rule.ts'
import { fix } from '../../tag-edits.ts'
import type { PolicySubject } from '../subject.ts'

export const blankLine = defineRule<PolicySubject>({
  code: 'mta-sts/blank-line',
  severity: 'warning',
  source: { rfc: 8461, section: '3.2' },
  why: 'The form of the file has room for no empty line. Most senders pass over one; a strict one refuses the policy.',
  bad: ['version: STSv1\n«\n»mode: testing\nmx: a.example\nmax_age: 604800\n'],
  good: ['version: STSv1\nmode: testing\nmx: a.example\nmax_age: 604800\n'],
  *check({ policy: { problems } }) {
    for (const { kind, span } of problems)
      if (kind === 'blank')
        yield {
          span,
          message: 'An empty line stands here; a strict sender takes the file for broken.',
          fixes: [fix('Take the empty line out', span, '')],
        }
  },
})

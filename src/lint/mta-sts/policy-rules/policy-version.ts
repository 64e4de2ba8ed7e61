import { defineRule } from '../../../core/rule.ts'
import { span } from '../../../core/span.ts'
import { fix } from '../../tag-edits.ts'
import { fieldNamed } from '../../../auth/mta-sts/policy.ts'
import type { PolicySubject } from '../subject.ts'
import { firstLine } from '../policy-edits.ts'

export const policyVersion = defineRule<PolicySubject>({
  code: 'mta-sts/policy-version',
  severity: 'error',
  source: { rfc: 8461, section: '3.2' },
  why: 'The file holds `version: STSv1`, exactly. Without it the policy counts as none.',
  bad: [
    'version: «STS1»\nmode: testing\nmx: a.example\nmax_age: 604800',
    '«mode: testing»\nmx: a.example\nmax_age: 604800',
  ],
  good: ['mode: testing\nversion: STSv1\nmx: a.example\nmax_age: 604800'],
  *check({ policy }) {
    const field = fieldNamed(policy.fields, 'version')
    if (field?.value === 'STSv1') return
    if (field)
      yield {
        span: field.value ? field.valueSpan : field.span,
        message: `The version must read \`STSv1\`; with \`${field.value}\` the policy counts as none.`,
        fixes: [fix('Write `STSv1`', field.valueSpan, field.value ? 'STSv1' : ' STSv1')],
      }
    else
      yield {
        span: firstLine(policy),
        message: 'The policy lacks `version: STSv1`, so it counts as none.',
        fixes: [fix('Begin with `version: STSv1`', span(0, 0), 'version: STSv1\n')],
      }
  },
})

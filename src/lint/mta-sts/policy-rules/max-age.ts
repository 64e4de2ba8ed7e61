import { defineRule } from '../../../core/rule.ts'
import { fix } from '../../tag-edits.ts'
import { fieldNamed, MAX_AGE, readMaxAge } from '../../../auth/mta-sts/policy.ts'
import type { PolicySubject } from '../subject.ts'
import { addLine, firstLine } from '../policy-edits.ts'

export const maxAge = defineRule<PolicySubject>({
  code: 'mta-sts/max-age',
  severity: 'error',
  source: { rfc: 8461, section: '3.2' },
  why: 'Senders keep the policy for `max_age` seconds: a whole number up to 31557600, about a year. A policy without it counts as none.',
  bad: [
    'version: STSv1\nmode: enforce\nmx: a.example\nmax_age: «1 week»',
    'version: STSv1\nmode: enforce\nmx: a.example\nmax_age: «99999999»',
    'version: STSv1\nmode: enforce\nmx: a.example\nmax_age: «-1»',
    '«version: STSv1»\nmode: enforce\nmx: a.example',
  ],
  good: ['version: STSv1\nmode: enforce\nmx: a.example\nmax_age: 31557600'],
  *check({ policy }) {
    const field = fieldNamed(policy.fields, 'max_age')
    if (!field)
      yield {
        span: firstLine(policy),
        message: 'The policy has no `max_age`, so it counts as none.',
        fixes: [addLine(policy, 'max_age: 604800')],
      }
    else if (readMaxAge(field.value) === undefined) {
      const isLarge = /^\d+$/.test(field.value)
      const [title, seconds] = isLarge
        ? (['Write the largest', MAX_AGE] as const)
        : (['Write a week', 604_800] as const)
      yield {
        span: field.value ? field.valueSpan : field.span,
        message: `\`max_age\` is a number of seconds from 0 to ${MAX_AGE}, in digits alone.`,
        fixes: [
          fix(`${title}: \`${seconds}\``, field.valueSpan, `${field.value ? '' : ' '}${seconds}`),
        ],
      }
    }
  },
})

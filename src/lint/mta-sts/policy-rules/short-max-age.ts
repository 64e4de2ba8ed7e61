import { defineRule } from '../../../core/rule.ts'
import { fix } from '../../tag-edits.ts'
import { fieldNamed } from '../../../auth/mta-sts/policy.ts'
import type { PolicySubject } from '../subject.ts'

/** Seconds: §3.2 expects "weeks or greater". */
const WEEK = 604_800

export const shortMaxAge = defineRule<PolicySubject>({
  code: 'mta-sts/short-max-age',
  severity: 'info',
  source: { rfc: 8461, section: '3.2' },
  why: 'A sender is safe only while it remembers the policy. Who can keep it from asking again for `max_age` seconds has it send as if there were none, so weeks are usual.',
  bad: ['version: STSv1\nmode: enforce\nmx: a.example\nmax_age: «86400»'],
  good: [
    'version: STSv1\nmode: enforce\nmx: a.example\nmax_age: 604800',
    'version: STSv1\nmode: testing\nmx: a.example\nmax_age: 86400',
    'version: STSv1\nmode: none\nmax_age: 86400',
  ],
  *check({ policy: { fields, mode, maxAge } }) {
    const field = fieldNamed(fields, 'max_age')
    if (field && mode === 'enforce' && maxAge !== undefined && maxAge < WEEK)
      yield {
        span: field.valueSpan,
        message: `Senders forget the policy after ${maxAge} seconds, and are open to attack until they ask again.`,
        fixes: [fix('Write two weeks: `1209600`', field.valueSpan, '1209600')],
      }
  },
})

import { defineRule } from '../../../core/rule.ts'
import { fix } from '../../tag-edits.ts'
import { POLICY_KEYS } from '../../../auth/mta-sts/policy.ts'
import type { PolicySubject } from '../subject.ts'

export const unknownKey = defineRule<PolicySubject>({
  code: 'mta-sts/unknown-key',
  severity: 'info',
  source: { rfc: 8461, section: '3.2' },
  why: 'Keys that are not registered are ignored. Often one is a slip of the pen, and what it should set has no effect.',
  bad: ['version: STSv1\nmode: testing\nmx: a.example\nmax_age: 604800\n«max-age»: 86400'],
  good: ['version: STSv1\nmode: testing\nmx: a.example\nmax_age: 604800'],
  *check({ policy: { fields } }) {
    for (const { key, keySpan, line } of fields)
      if (!POLICY_KEYS.includes(key.toLowerCase()))
        yield {
          span: keySpan,
          message: `\`${key}\` is no key of a policy, so it is ignored.`,
          fixes: [fix('Take this line out', line, '')],
        }
  },
})

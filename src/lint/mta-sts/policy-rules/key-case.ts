import { defineRule } from '../../../core/rule.ts'
import { fix } from '../../tag-edits.ts'
import { POLICY_KEYS } from '../../../auth/mta-sts/policy.ts'
import type { PolicySubject } from '../subject.ts'

export const keyCase = defineRule<PolicySubject>({
  code: 'mta-sts/key-case',
  severity: 'error',
  source: { rfc: 8461, section: '3.2' },
  why: 'Keys are compared character by character, in lowercase: `Mode` is another key than `mode`, one that no sender knows.',
  bad: ['version: STSv1\n«Mode»: testing\nmx: a.example\nmax_age: 604800'],
  good: ['version: STSv1\nmode: testing\nmx: a.example\nmax_age: 604800'],
  *check({ policy: { fields } }) {
    for (const { key, keySpan } of fields) {
      const lower = key.toLowerCase()
      if (key !== lower && POLICY_KEYS.includes(lower))
        yield {
          span: keySpan,
          message: `\`${key}\` is not \`${lower}\`: write it in lower case.`,
          fixes: [fix(`Write \`${lower}\``, keySpan, lower)],
        }
    }
  },
})

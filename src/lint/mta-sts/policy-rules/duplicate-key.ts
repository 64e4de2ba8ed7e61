import { defineRule } from '../../../core/rule.ts'
import { fix } from '../../tag-edits.ts'
import type { PolicySubject } from '../subject.ts'

export const duplicateKey = defineRule<PolicySubject>({
  code: 'mta-sts/duplicate-key',
  severity: 'warning',
  source: { rfc: 8461, section: '3.2' },
  why: 'Of any key but `mx` only the first counts; senders pass over the others.',
  bad: ['version: STSv1\nmode: testing\n«mode: enforce»\nmx: a.example\nmax_age: 604800'],
  good: ['version: STSv1\nmode: testing\nmx: a.example\nmx: b.example\nmax_age: 604800'],
  *check({ policy: { fields } }) {
    const seen = new Set<string>()
    for (const { key, span, line } of fields) {
      if (key !== 'mx' && seen.has(key))
        yield {
          span,
          message: `\`${key}\` stands here a second time; only the first counts.`,
          fixes: [fix('Take this line out', line, '')],
        }
      seen.add(key)
    }
  },
})

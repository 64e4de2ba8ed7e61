import { defineRule } from '../../../core/rule.ts'
import { removeTerm } from '../fixes.ts'
import { mechanismsOf } from '../../../auth/spf/record.ts'
import type { SpfSubject } from '../subject.ts'

export const ptr = defineRule<SpfSubject>({
  code: 'spf/ptr',
  severity: 'warning',
  source: { rfc: 7208, section: '5.5' },
  why: '`ptr` is slow, fails when DNS does, and loads the servers of reverse names. The RFC asks not to publish it.',
  bad: ['v=spf1 «ptr» -all', 'v=spf1 mx «ptr:example.org» -all'],
  good: ['v=spf1 a mx ip4:192.0.2.0/24 -all'],
  *check(record) {
    for (const term of mechanismsOf(record))
      if (term.name === 'ptr')
        yield {
          span: term.span,
          message: '`ptr` should not be published. Name the hosts with `a`, `mx`, `ip4` or `ip6`.',
          fixes: [removeTerm(record, term)],
        }
  },
})

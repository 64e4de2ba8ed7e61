import { sameName } from '../../../core/domain.ts'
import { defineRule } from '../../../core/rule.ts'
import { nextDomain } from '../next-domain.ts'
import type { SpfSubject } from '../subject.ts'

export const includeLoop = defineRule<SpfSubject>({
  code: 'spf/include-loop',
  severity: 'error',
  source: { rfc: 7208, section: '4.6.4' },
  why: 'A record that leads back to itself goes round until the ten lookups are spent: permerror.',
  bad: ['v=spf1 «include:example.com» -all', 'v=spf1 mx «redirect=Example.com.»'],
  good: ['v=spf1 include:_spf.example.com -all'],
  *check({ terms, published }) {
    for (const term of terms) {
      const next = nextDomain(term)
      if (next !== undefined && sameName(next, published.name))
        yield {
          span: term.span,
          message: `\`${term.text}\` leads back to this very record, round and round until the ten lookups are spent.`,
        }
    }
  },
})

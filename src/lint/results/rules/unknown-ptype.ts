import { defineRule } from '../../../core/rule.ts'
import { listOf, propertyTypes } from '../../../auth/results/vocabulary.ts'
import type { AuthenticationResults } from '../../../auth/results/results.ts'

export const unknownPtype = defineRule<AuthenticationResults>({
  code: 'results/unknown-ptype',
  severity: 'warning',
  source: { rfc: 8601, section: '2.3' },
  why: 'Readers must not decide anything by a property whose type they do not know.',
  bad: ['mx.example.org; spf=pass «envelope».from=a.example'],
  good: ['mx.example.org; spf=pass smtp.mailfrom=a.example policy.x=y'],
  *check({ results }) {
    for (const { ptype } of results.flatMap(({ properties }) => properties))
      if (!propertyTypes.includes(ptype.text.toLowerCase()))
        yield {
          span: ptype.span,
          message: `\`${ptype.text}\` is no type of property: there are ${listOf(propertyTypes)}.`,
        }
  },
})

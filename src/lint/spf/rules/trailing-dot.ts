import { defineRule } from '../../../core/rule.ts'
import { span } from '../../../core/span.ts'
import { remove } from '../fixes.ts'
import { domainOf } from '../domain-of.ts'
import { brokenTerms, type SpfSubject } from '../subject.ts'

export const trailingDot = defineRule<SpfSubject>({
  code: 'spf/trailing-dot',
  severity: 'hint',
  source: { rfc: 7208, section: '7.3' },
  why: 'Names in SPF are always whole, so the final dot adds nothing; and some old software stumbles over it.',
  bad: ['v=spf1 include:example.org«.» -all'],
  good: ['v=spf1 include:example.org -all'],
  *check(subject) {
    const broken = brokenTerms(subject)
    for (const term of subject.terms) {
      const domain = domainOf(term)
      if (!domain?.text.endsWith('.') || broken.has(term)) continue
      const at = span(domain.span.to - 1, domain.span.to)
      yield {
        span: at,
        message: `\`${domain.text}\` needs no dot at its end in SPF.`,
        fixes: [remove('Remove the dot', at)],
      }
    }
  },
})

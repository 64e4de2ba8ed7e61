import { defineRule } from '../../../core/rule.ts'
import { span } from '../../../core/span.ts'
import { domainOf } from '../domain-of.ts'
import { replace } from '../fixes.ts'
import { brokenTerms, type SpfSubject } from '../subject.ts'

export const doubledMechanism = defineRule<SpfSubject>({
  code: 'spf/doubled-mechanism',
  severity: 'error',
  source: { rfc: 7208, section: '5.2' },
  why: 'Providers say “add `include:spf.example.net`”. Where a form adds the word itself, it stands there twice, and the second belongs to a name that does not exist.',
  bad: [
    'v=spf1 include:«include:»_spf.example.net -all',
    'v=spf1 mx redirect=«include:»_spf.example.net',
    'v=spf1 a:«a:»shop.example.net -all',
  ],
  good: ['v=spf1 include:_spf.example.net a:shop.example.net -all'],
  *check(subject) {
    const broken = brokenTerms(subject)
    for (const term of subject.terms) {
      const domain = domainOf(term)
      const [doubled] =
        /^(?:include|exists|a|mx|ptr|redirect|exp)[:=]/i.exec(domain?.text ?? '') ?? []
      if (!domain || doubled === undefined || broken.has(term)) continue
      const name = domain.text.slice(doubled.length)
      const at = span(domain.span.from, domain.span.from + doubled.length)
      yield {
        span: at,
        message: `Behind \`${term.name}${term.kind === 'modifier' ? '=' : ':'}\` stands a name alone: \`${doubled}\` is read as a part of it.`,
        fixes: /^[\w-]+(?:\.[\w-]+)+\.?$/.test(name) ? [replace(`Write \`${name}\``, at, '')] : [],
      }
    }
  },
})

import { defineRule } from '../../../core/rule.ts'
import { replace } from '../fixes.ts'
import { domainOf } from '../domain-of.ts'
import { brokenTerms, type SpfSubject } from '../subject.ts'

export const urlForName = defineRule<SpfSubject>({
  code: 'spf/url-for-name',
  severity: 'error',
  source: { rfc: 7208, section: '7.1' },
  why: 'These words take the name of a domain. A web address or a mail address reads as one, and no such name exists.',
  bad: [
    'v=spf1 include:«https://spf.example.net» -all',
    'v=spf1 a:«user@example.net» -all',
    'v=spf1 mx redirect=«http://spf.example.net»',
  ],
  good: ['v=spf1 include:spf.example.net exists:%{l}@%{i}.example.net -all'],
  *check(subject) {
    const broken = brokenTerms(subject)
    for (const term of subject.terms) {
      const domain = domainOf(term)
      if (!domain || broken.has(term) || domain.text.includes('%')) continue
      if (!/:\/\/|@/.test(domain.text)) continue
      const host = domain.text
        .replace(/^.*?:\/\//, '')
        .replace(/^.*@/, '')
        .replace(/[/?#:].*$/, '')
      yield {
        span: domain.span,
        message: `\`${domain.text}\` is an address; SPF takes the name of a domain here.`,
        fixes: /^[\w-]+(?:\.[\w-]+)+\.?$/.test(host)
          ? [replace(`Write \`${host}\``, domain.span, host)]
          : [],
      }
    }
  },
})

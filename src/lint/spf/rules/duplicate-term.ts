import { defineRule } from '../../../core/rule.ts'
import { removeTerm } from '../fixes.ts'
import { mechanismsOf, type Mechanism } from '../../../auth/spf/record.ts'
import { relatedSpan, type SpfSubject } from '../subject.ts'

export const duplicateTerm = defineRule<SpfSubject>({
  code: 'spf/duplicate-term',
  severity: 'info',
  source: { rfc: 7208, section: '4.6.2' },
  why: 'The first term that matches decides, so the same term a second time can never decide. It may still cost a lookup.',
  bad: ['v=spf1 mx a «mx» -all', 'v=spf1 ip4:192.0.2.1 «~IP4:192.0.2.1» -all'],
  good: ['v=spf1 mx mx:example.org -all'],
  *check(subject) {
    const seen = new Map<string, Mechanism>()
    for (const term of mechanismsOf(subject)) {
      if (term.name === 'all') return
      const first = seen.get(sameness(term))
      seen.set(sameness(term), first ?? term)
      if (first)
        yield {
          span: term.span,
          message: `\`${term.text}\` can never decide: \`${first.text}\` stands before it.`,
          related: [relatedSpan(subject, first.span, 'The same term')],
          fixes: [removeTerm(subject, term)],
        }
    }
  },
})

/** Names are case-insensitive, in DNS too; macros are not. */
function sameness({ text, qualifierSpan }: Mechanism): string {
  const bare = qualifierSpan ? text.slice(1) : text
  return bare.includes('%') ? bare : bare.toLowerCase()
}

import { defineRule } from '../../../core/rule.ts'
import { span } from '../../../core/span.ts'
import { rewrite } from '../fixes.ts'
import { guessMechanism, MECHANISM_NAMES } from '../guess-mechanism.ts'
import type { Modifier, Term } from '../../../auth/spf/record.ts'
import type { SpfSubject } from '../subject.ts'

export const mechanismEquals = defineRule<SpfSubject>({
  code: 'spf/mechanism-equals',
  severity: 'error',
  source: { rfc: 7208, section: '4.6.1' },
  why: 'A word with `=` is a modifier, and modifiers that SPF does not know are ignored: the mechanism is lost without a sound.',
  bad: [
    'v=spf1 «ip4=»192.0.2.1 -all',
    'v=spf1 «include=»example.org -all',
    'v=spf1 «ipv6=»2001:db8::1 -all',
  ],
  good: ['v=spf1 ip4:192.0.2.1 include:example.org -all', 'v=spf1 redirect=example.org'],
  *check({ terms }) {
    for (const term of terms) {
      if (!isMeantAsMechanism(term)) continue
      const value = term.value.text
      yield {
        span: span(term.nameSpan.from, term.nameSpan.to + 1),
        message: `\`${term.name}=\` is read as a modifier and ignored. A mechanism takes a colon: \`${term.name}:\`.`,
        fixes: rewrite(term, `${guessMechanism(term) ?? term.name}:${value}`),
      }
    }
  },
})

export const isMeantAsMechanism = (term: Term): term is Modifier =>
  term.kind === 'modifier' && [...MECHANISM_NAMES, 'ip', 'ipv4', 'ipv6'].includes(term.name)

import { defineRule } from '../../../core/rule.ts'
import { macrosIn } from '../../../auth/spf/macro.ts'
import type { Term } from '../../../auth/spf/record.ts'
import type { SpfSubject } from '../subject.ts'

export const macroP = defineRule<SpfSubject>({
  code: 'spf/macro-p',
  severity: 'warning',
  source: { rfc: 7208, section: '7.3' },
  why: '`%{p}` looks for the client’s reverse name, with all that makes `ptr` slow and unreliable. The RFC asks not to publish it.',
  bad: ['v=spf1 exists:«%{p}».example.org -all'],
  good: ['v=spf1 exists:%{ir}.example.org -all'],
  *check({ terms }) {
    for (const macro of terms.flatMap(macrosOf))
      if (macro.character === 'p')
        yield {
          span: macro.span,
          message:
            '`%{p}` should not be published, and costs one more of the ten lookups. `%{ir}` names the client by its address.',
        }
  },
})

function macrosOf(term: Term) {
  if (term.kind === 'modifier') return macrosIn(term.value)
  return term.kind === 'mechanism' && term.domain ? macrosIn(term.domain) : []
}

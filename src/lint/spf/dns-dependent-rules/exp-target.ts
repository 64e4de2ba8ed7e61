import { askDns } from '../../../core/effects.ts'
import { recordsOf } from '../../../core/dns.ts'
import { defineDnsDependentRule } from '../../dns-dependent-rule.ts'
import { isLost } from '../../../auth/question-step.ts'
import type { SpfDnsSubject } from '../dns-dependent-subject.ts'
import { removeTerm } from '../fixes.ts'
import { plainName } from '../next-domain.ts'
import { modifierOf } from '../../../auth/spf/record.ts'
import { isAskable } from '../../../auth/spf/target-name.ts'

export const expTarget = defineDnsDependentRule<SpfDnsSubject>({
  code: 'spf/exp-target',
  severity: 'warning',
  source: { rfc: 7208, section: '6.2' },
  why: '`exp` names the one TXT record with the text that a refused sender gets to read. Without it, or with several, he reads nothing of yours.',
  bad: [
    'a.example. TXT "v=spf1 -all «exp=why.a.example»"',
    'a.example. TXT "v=spf1 -all «exp=why.a.example»"\nwhy.a.example. TXT "One"\nwhy.a.example. TXT "Two"',
  ],
  good: [
    'a.example. TXT "v=spf1 -all exp=why.a.example"\nwhy.a.example. TXT "%{i} is none of ours"',
    'a.example. TXT "v=spf1 -all exp=%{l}.a.example"',
  ],
  *check({ record, published }) {
    const term = modifierOf(record, 'exp')
    const target = term && plainName(term.value)
    if (target === undefined || !isAskable(target)) return []
    const isOnly = record.terms.filter(({ name }) => name === 'exp').length === 1
    const answer = yield* askDns(target, 'TXT')
    const count = recordsOf(answer, 'TXT').length
    if (isLost(answer) || count === 1) return []
    return [
      {
        at: published,
        span: term!.span,
        message: count
          ? `\`${target}\` has ${count} TXT records, and an explanation is one: none is shown.`
          : `\`${target}\` has no TXT record, so there is no explanation to show.`,
        // Of two the other would be looked for then.
        fixes: isOnly ? [removeTerm(record, term!)] : [],
      },
    ]
  },
})

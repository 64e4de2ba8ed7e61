import { defineRule } from '../../../core/rule.ts'
import { moveToEnd } from '../fixes.ts'
import { mechanismsOf } from '../../../auth/spf/record.ts'
import type { SpfSubject } from '../subject.ts'

export const modifierOrder = defineRule<SpfSubject>({
  code: 'spf/modifier-order',
  severity: 'hint',
  source: { rfc: 7208, section: '6' },
  why: '`redirect` and `exp` act after all mechanisms, wherever they stand. At the end, a reader sees that.',
  bad: ['v=spf1 «redirect=_spf.example.org» mx', 'v=spf1 mx «exp=explain.example.org» -all'],
  good: ['v=spf1 mx redirect=_spf.example.org', 'v=spf1 mx -all exp=explain.example.org'],
  *check(record) {
    const last = mechanismsOf(record).at(-1)
    for (const term of record.terms) {
      if (term.name !== 'redirect' && term.name !== 'exp') continue
      if (term.kind === 'modifier' && last && term.span.from < last.span.from)
        yield {
          span: term.span,
          message: `\`${term.text}\` acts after all mechanisms. Write it where it acts, at the end.`,
          fixes: [moveToEnd(record, term)],
        }
    }
  },
})

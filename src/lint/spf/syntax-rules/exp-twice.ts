import { defineRule } from '../../../core/rule.ts'
import { removeTerm } from '../fixes.ts'
import { modifierOf } from '../../../auth/spf/record.ts'
import { isKind, relatedSpan, reportProblems, type SpfSubject } from '../subject.ts'

export const expTwice = defineRule<SpfSubject>({
  code: 'spf/exp-twice',
  severity: 'error',
  source: { rfc: 7208, section: '6' },
  why: 'A record has at most one `exp`. Which of two would count? SPF does not guess: permerror.',
  bad: ['v=spf1 mx -all exp=a.example.org «exp=b.example.org»'],
  good: ['v=spf1 mx -all exp=a.example.org'],
  *check(subject) {
    const first = modifierOf(subject, 'exp')
    const ours = reportProblems(
      subject,
      (found) => found.term?.name === 'exp' && isKind('repeated-modifier')(found),
      ({ term }) => (term ? [removeTerm(subject, term)] : []),
    )
    for (const finding of ours)
      yield {
        ...finding,
        related: first ? [relatedSpan(subject, first.span, 'The first `exp`')] : [],
      }
  },
})

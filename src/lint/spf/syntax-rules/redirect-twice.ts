import { defineRule } from '../../../core/rule.ts'
import { removeTerm } from '../fixes.ts'
import { modifierOf } from '../../../auth/spf/record.ts'
import { isKind, relatedSpan, reportProblems, type SpfSubject } from '../subject.ts'

export const redirectTwice = defineRule<SpfSubject>({
  code: 'spf/redirect-twice',
  severity: 'error',
  source: { rfc: 7208, section: '6' },
  why: 'A record has at most one `redirect`. Which of two would count? SPF does not guess: permerror.',
  bad: ['v=spf1 mx redirect=a.example.org «redirect=b.example.org»'],
  good: ['v=spf1 mx redirect=a.example.org'],
  *check(subject) {
    const first = modifierOf(subject, 'redirect')
    const ours = reportProblems(
      subject,
      (found) => found.term?.name === 'redirect' && isKind('repeated-modifier')(found),
      ({ term }) => (term ? [removeTerm(subject, term)] : []),
    )
    for (const finding of ours)
      yield {
        ...finding,
        related: first ? [relatedSpan(subject, first.span, 'The first `redirect`')] : [],
      }
  },
})

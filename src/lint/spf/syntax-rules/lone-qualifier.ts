import type { Fix } from '../../../core/diagnostic.ts'
import { defineRule } from '../../../core/rule.ts'
import { span } from '../../../core/span.ts'
import { followers, remove } from '../fixes.ts'
import type { Term } from '../../../auth/spf/record.ts'
import { isKind, reportProblems, type SpfSubject } from '../subject.ts'

export const loneQualifier = defineRule<SpfSubject>({
  code: 'spf/lone-qualifier',
  severity: 'error',
  source: { rfc: 7208, section: '4.6.1' },
  why: 'A qualifier belongs right before its mechanism. A space makes two words of them, and the first means nothing.',
  bad: ['v=spf1 mx «-» all', 'v=spf1 mx «~»'],
  good: ['v=spf1 mx -all'],
  *check(subject) {
    const next = followers(subject)
    yield* reportProblems(subject, isKind('lone-qualifier'), ({ term }) =>
      term ? [repair(term, next.get(term))] : [],
    )
  },
})

/** A modifier takes no qualifier, and a mechanism takes one. */
const repair = (term: Term, next: Term | undefined): Fix =>
  next && next.kind !== 'modifier' && !/^[-+~?]/.test(next.text)
    ? remove(`Write \`${term.text}${next.text}\``, span(term.span.to, next.span.from))
    : remove('Remove it', span(term.span.from - 1, term.span.to))

import { defineRule } from '../../../core/rule.ts'
import { span } from '../../../core/span.ts'
import { remove } from '../fixes.ts'
import type { RecordProblem } from '../record.ts'
import { isKind, reportProblems, type SpfSubject } from '../subject.ts'

export const loneQualifier = defineRule<SpfSubject>({
  code: 'spf/lone-qualifier',
  severity: 'error',
  source: { rfc: 7208, section: '4.6.1' },
  why: 'A qualifier belongs right before its mechanism. A space makes two words of them, and the first means nothing.',
  bad: ['v=spf1 mx «-» all', 'v=spf1 mx «~»'],
  good: ['v=spf1 mx -all'],
  *check(subject) {
    yield* reportProblems(subject, isKind('lone-qualifier'), (found) => [mend(subject, found)])
  },
})

function mend({ terms }: SpfSubject, { span: at, term }: RecordProblem) {
  const next = terms.find((one) => one.span.from > at.from)
  return next && term
    ? remove(`Write \`${term.text}${next.text}\``, span(at.to, next.span.from))
    : remove('Remove it', span(at.from - 1, at.to))
}

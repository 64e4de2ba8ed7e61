import type { Fix } from '../../../core/diagnostic.ts'
import { defineRule } from '../../../core/rule.ts'
import { slice, type Span } from '../../../core/span.ts'
import { replace } from '../fixes.ts'
import { isKind, reportProblems, type SpfSubject } from '../subject.ts'

export const separators = defineRule<SpfSubject>({
  code: 'spf/separators',
  severity: 'error',
  source: { rfc: 7208, section: '4.6.1' },
  why: 'Spaces alone part the terms of a record. A comma or a semicolon becomes part of the term, and breaks it.',
  bad: [
    'v=spf1 ip4:192.0.2.1«,» ip4:192.0.2.2 -all',
    'v=spf1 mx«;»-all',
    'v=spf1 a«,»mx«,»include:example.org -all',
    'v=spf1 mx -all«;»',
  ],
  good: ['v=spf1 ip4:192.0.2.1 ip4:192.0.2.2 -all'],
  *check(subject) {
    const all = subject.problems.filter(isKind('separator'))
    const together: Fix = {
      title: 'Put spaces between all terms',
      edits: all.map(({ span }) => ({ span, text: isAtEdge(subject, span) ? '' : ' ' })),
    }
    yield* reportProblems(subject, isKind('separator'), ({ span }) => {
      const what = `\`${slice(subject.text, span)}\``
      const one = isAtEdge(subject, span)
        ? replace(`Remove ${what}`, span, '')
        : replace(`Write a space for ${what}`, span, ' ')
      return all.length > 1 ? [together] : [one]
    })
  },
})

/** Whether a term ends there anyway. */
const isAtEdge = ({ text }: SpfSubject, at: Span): boolean => /^ ?$/.test(text.charAt(at.to))

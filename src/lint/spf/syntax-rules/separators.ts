import { defineRule } from '../../../core/rule.ts'
import { slice } from '../../../core/span.ts'
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
    yield* reportProblems(subject, isKind('separator'), ({ span }) => {
      const atEdge = /^ ?$/.test(subject.text.charAt(span.to))
      const what = `\`${slice(subject.text, span)}\``
      return [
        atEdge
          ? replace(`Remove ${what}`, span, '')
          : replace(`Write a space for ${what}`, span, ' '),
      ]
    })
  },
})

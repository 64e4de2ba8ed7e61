import { defineRule } from '../../../core/rule.ts'
import { slice } from '../../../core/span.ts'
import { replace } from '../fixes.ts'
import { isKind, reportProblems, type SpfSubject } from '../subject.ts'

export const macroDigits = defineRule<SpfSubject>({
  code: 'spf/macro-digits',
  severity: 'error',
  source: { rfc: 7208, section: '7.3' },
  why: 'The number in a macro sets how many parts on the right are kept. It must not be zero: nothing would be left.',
  bad: ['v=spf1 exists:«%{d0}».example.org -all'],
  good: ['v=spf1 exists:%{d1}.example.org -all'],
  *check(subject) {
    yield* reportProblems(subject, isKind('macro-digits'), ({ span }) => {
      const text = slice(subject.text, span).replace(/0+/, '')
      return [replace(`Write \`${text}\``, span, text)]
    })
  },
})

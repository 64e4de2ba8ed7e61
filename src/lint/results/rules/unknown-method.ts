import { defineRule } from '../../../core/rule.ts'
import { fix } from '../../tag-edits.ts'
import { closestWord, methodWords, otherMethods } from '../../../auth/results/vocabulary.ts'
import type { AuthenticationResults } from '../../../auth/results/results.ts'

export const unknownMethod = defineRule<AuthenticationResults>({
  code: 'results/unknown-method',
  severity: 'warning',
  source: { rfc: 8601, section: '2.7.6' },
  why: 'Readers must ignore the result of a method they do not know; many ignore the field.',
  bad: ['mx.example.org; «spff»=pass', 'mx.example.org; «greylist»=pass'],
  good: ['mx.example.org; SPF=pass; vbr=pass'],
  *check({ results }) {
    const known = [...methodWords.keys(), ...otherMethods]
    for (const { method } of results) {
      if (known.includes(method.text.toLowerCase())) continue
      const closest = closestWord(method.text, known)
      const fixes = closest ? [fix(`Write \`${closest}\``, method.span, closest)] : []
      yield { span: method.span, message: `\`${method.text}\` is no registered method.`, fixes }
    }
  },
})

import { defineRule } from '../../../core/rule.ts'
import { fix } from '../../tag-edits.ts'
import { closestWord, listOf, methodWords } from '../../../auth/results/vocabulary.ts'
import type { AuthenticationResults } from '../../../auth/results/results.ts'

export const unknownResult = defineRule<AuthenticationResults>({
  code: 'results/unknown-result',
  severity: 'warning',
  source: { rfc: 8601, section: '2.7.7' },
  why: 'Readers must ignore a result that is not registered for its method, however good it sounds.',
  bad: [
    'mx.example.org; spf=«hardfail»',
    'mx.example.org; arc=«neutral»',
    'mx.example.org; dkim=«invalid»',
  ],
  good: ['mx.example.org; spf=softfail; dkim=PASS; vbr=anything'],
  *check({ results }) {
    for (const { method, result } of results) {
      const word = methodWords.get(method.text.toLowerCase())
      if (!word || word.results.includes(result.text.toLowerCase())) continue
      const closest = closestWord(result.text, word.results)
      yield {
        span: result.span,
        message: `\`${result.text}\` is no result of \`${method.text}\`: there are ${listOf(word.results)}.`,
        fixes: closest ? [fix(`Write \`${closest}\``, result.span, closest)] : [],
      }
    }
  },
})

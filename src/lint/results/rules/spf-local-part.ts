import { defineRule } from '../../../core/rule.ts'
import { slice, span } from '../../../core/span.ts'
import { fix } from '../../tag-edits.ts'
import type { AuthenticationResults } from '../../../auth/results/results.ts'

export const spfLocalPart = defineRule<AuthenticationResults>({
  code: 'results/spf-local-part',
  severity: 'info',
  source: { rfc: 8601, section: '2.7.2' },
  why: 'SPF does not show who at a domain wrote, so the field should not look as if it did. The domain alone is enough.',
  bad: ['mx.example.org; spf=pass smtp.mailfrom=«ann@»a.example'],
  good: [
    'mx.example.org; spf=pass smtp.mailfrom=a.example',
    'mx.example.org; dkim=pass header.i=@a.example',
  ],
  *check({ text, results }) {
    for (const { method, properties } of results)
      for (const { property, value } of method.text.toLowerCase() === 'spf' ? properties : []) {
        const at = value.text.lastIndexOf('@')
        if (at < 0 || value.quoted || property.text.toLowerCase() !== 'mailfrom') continue
        const where = span(value.span.from, value.span.from + at + 1)
        yield {
          span: where,
          message: `\`${slice(text, where)}\` was not checked by SPF: only the domain was.`,
          fixes: [fix('Leave the domain alone', where, '')],
        }
      }
  },
})

import { span } from '../../../core/span.ts'
import { defineRule } from '../../../core/rule.ts'
import { fix } from '../../tag-edits.ts'
import { dmarcFormat } from '../../../auth/formats/dmarc.ts'
import { describedTag } from '../../../auth/tag-format.ts'
import type { DmarcSubject } from '../subject.ts'

export const missingSemicolon = defineRule<DmarcSubject>({
  code: 'dmarc/missing-semicolon',
  severity: 'error',
  source: { rfc: 9989, section: '4.8' },
  why: 'Only a semicolon ends a value. Without one the next tag becomes part of this value, and both are lost.',
  bad: [
    'v=DMARC1« »p=none',
    'v=DMARC1; p=reject« »rua=mailto:d@example.com',
    'v=DMARC1; p=none«, »sp=none',
  ],
  good: ['v=DMARC1; p=none; rua=mailto:d@example.com?subject=a'],
  *check({ record: { text, tags } }) {
    const named = new Set(tags.map((tag) => tag.name))
    for (const { value, valueSpan } of tags)
      for (const found of value.matchAll(/(?<![\s,])([\s,]+)([a-z]+)\s*=/gi)) {
        const [, gap = '', name = ''] = found
        if (!describedTag(dmarcFormat, name.toLowerCase())) continue
        const from = valueSpan.from + found.index
        const where = span(from, from + gap.length)
        yield {
          span: where,
          message: `A \`;\` is missing between \`${text.slice(valueSpan.from, from)}\` and \`${name}=\`.`,
          // A tag that stands twice breaks the record in another way.
          fixes: named.has(name.toLowerCase()) ? [] : [fix('Put a `;` in', where, '; ')],
        }
      }
  },
})

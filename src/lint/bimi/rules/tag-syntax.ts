import { defineRule } from '../../../core/rule.ts'
import { fix } from '../../tag-edits.ts'
import { BIMI_DRAFT } from '../../../auth/bimi/record.ts'
import type { BimiSubject } from '../subject.ts'

export const tagSyntax = defineRule<BimiSubject>({
  code: 'bimi/tag-syntax',
  severity: 'error',
  source: { draft: BIMI_DRAFT, section: '4.3' },
  why: 'A record is a list of `tag=value`, separated by semicolons. Receivers must not guess what a broken one means.',
  bad: ['v=BIMI1; «https://example.com/logo.svg»', 'v=BIMI1;«;» l=https://example.com/logo.svg'],
  good: ['v=BIMI1; l=https://example.com/logo.svg;'],
  *check({ record }) {
    for (const { kind, span, message } of record.problems)
      if (kind === 'empty') yield { span, message, fixes: [fix('Take it out', span, '')] }
      else if (kind !== 'duplicate') yield { span, message }
  },
})

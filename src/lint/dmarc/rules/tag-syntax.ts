import type { Fix } from '../../../core/diagnostic.ts'
import { defineRule } from '../../../core/rule.ts'
import { span, type Span } from '../../../core/span.ts'
import { fix } from '../../tag-edits.ts'
import type { DmarcSubject } from '../subject.ts'
import { isStrayUri } from './report-separator.ts'

export const tagSyntax = defineRule<DmarcSubject>({
  code: 'dmarc/tag-syntax',
  severity: 'error',
  source: { rfc: 9989, section: '4.8' },
  why: 'A record is a list of `tag=value`, separated by semicolons. What is no tag is passed over, and may take its neighbour with it.',
  bad: [
    'v=DMARC1; «reject»',
    'v=DMARC1; p=none;«;» rua=mailto:d@example.com',
    'v=DMARC1; p=none; «r-ua»=x',
  ],
  good: ['v=DMARC1; p=none;', 'v = DMARC1 ; p = none'],
  *check({ record }) {
    for (const { kind, span, message } of record.problems)
      if (kind === 'empty') yield { span, message, fixes: [takeOut(record.text, span)] }
      else if (kind !== 'duplicate' && !isStrayUri(record, span)) yield { span, message }
  },
})

/** At the very front with the space behind it: nothing may stand before the version. */
function takeOut(text: string, { from, to }: Span): Fix {
  const before = text.slice(0, from).trim() === ''
  const gap = before ? text.length - text.slice(to).trimStart().length - to : 0
  return fix('Take it out', span(before ? 0 : from, to + gap), '')
}

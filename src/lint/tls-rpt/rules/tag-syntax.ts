import { defineRule } from '../../../core/rule.ts'
import { slice, span } from '../../../core/span.ts'
import { fix } from '../../tag-edits.ts'
import { areReportUris } from '../../../auth/tls-rpt/record.ts'
import type { TlsRptSubject } from '../subject.ts'

/** RFC 8460 §3, tlsrpt-ext-name. */
const EXTENSION = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,31}$/

export const tagSyntax = defineRule<TlsRptSubject>({
  code: 'tls-rpt/tag-syntax',
  severity: 'error',
  source: { rfc: 8460, section: '3' },
  why: 'The record is a list of `name=value`, separated by semicolons, without a space beside the `=`.',
  bad: [
    'v=TLSRPTv1; «mailto:t@example.com»',
    'v=TLSRPTv1;«;» rua=mailto:t@example.com',
    'v=TLSRPTv1; rua« = »mailto:t@example.com',
  ],
  good: ['v=TLSRPTv1; rua=mailto:t@example.com;'],
  *check({ record }) {
    const { text, tags, problems } = record
    for (const { kind, span: where, message } of problems)
      if (kind === 'empty') yield { span: where, message, fixes: [fix('Take it out', where, '')] }
      else if (kind === 'no-equals' && /^(mailto|https):/i.test(slice(text, where)))
        yield {
          span: where,
          message: 'An address stands in a `rua=`.',
          fixes: areReportUris(slice(text, where))
            ? [fix('Write `rua=` before it', span(where.from, where.from), 'rua=')]
            : [],
        }
      else if (kind === 'name' ? !EXTENSION.test(slice(text, where)) : kind !== 'duplicate')
        yield { span: where, message }
    for (const { name, nameSpan, valueSpan } of tags) {
      const between = span(nameSpan.to, Math.max(nameSpan.to, valueSpan.from))
      const isSpaced = /\s/.test(slice(text, between)) && valueSpan.from < valueSpan.to
      if (isSpaced && name !== 'v')
        yield {
          span: between,
          message: `No space may stand beside the \`=\` of \`${name}\`.`,
          fixes: [fix('Take the space out', between, '=')],
        }
    }
  },
})

import { defineRule } from '../../../core/rule.ts'
import { slice, span } from '../../../core/span.ts'
import { fix } from '../../tag-edits.ts'
import type { StsSubject } from '../subject.ts'

/** RFC 8461 §3.1, sts-ext-name. */
const EXTENSION = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,31}$/

export const tagSyntax = defineRule<StsSubject>({
  code: 'mta-sts/tag-syntax',
  severity: 'error',
  source: { rfc: 8461, section: '3.1' },
  why: 'The record is a list of `name=value`, separated by semicolons, without a space beside the `=`. Senders take a record that breaks this form for none.',
  bad: [
    'v=STSv1; «20260512»; id=1',
    'v=STSv1;«;» id=1',
    'v=STSv1; id« = »20260512',
    'v=STSv1; id=1; «n*me»=x',
  ],
  good: ['v=STSv1; id=20260512;', 'v=STSv1; id=1; x-note.a=b'],
  *check({ record }) {
    const { text, tags, problems } = record
    for (const { kind, span: where, message } of problems)
      if (kind === 'empty') yield { span: where, message, fixes: [fix('Take it out', where, '')] }
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

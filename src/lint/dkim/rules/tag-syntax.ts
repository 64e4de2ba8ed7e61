import { defineRule } from '../../../core/rule.ts'
import { fix } from '../../tag-edits.ts'
import type { KeySubject } from '../subject.ts'

export const tagSyntax = defineRule<KeySubject>({
  code: 'dkim/tag-syntax',
  severity: 'error',
  source: { rfc: 6376, section: '3.2' },
  why: 'A key record is a list of `name=value`, separated by semicolons. A verifier that meets anything else ignores the whole record, and no signature can be checked.',
  bad: ['v=DKIM1; «rsa»; p=', 'v=DKIM1;«;» p=', 'v=DKIM1; «1k»=rsa; p='],
  good: ['v=DKIM1; k=rsa; p=;', 'v = DKIM1 ; p ='],
  *check({ record }) {
    for (const { kind, span, message } of record.problems)
      if (kind === 'empty') yield { span, message, fixes: [fix('Take it out', span, '')] }
      else if (kind !== 'duplicate') yield { span, message }
  },
})

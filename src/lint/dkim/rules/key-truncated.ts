import { defineRule } from '../../../core/rule.ts'
import type { KeySubject } from '../subject.ts'

export const keyTruncated = defineRule<KeySubject>({
  code: 'dkim/key-truncated',
  severity: 'error',
  source: { rfc: 6376, section: '3.6.1' },
  why: 'A key states its own length at its start. Forms in web panels cut long values, often at 255 characters: copy the key again and split it into strings.',
  bad: ['v=DKIM1; p=«MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDkHlOQ»'],
  good: ['v=DKIM1; p='],
  *check({ record: { key } }) {
    if (key.kind === 'broken' && key.problem === 'truncated')
      yield { span: key.span, message: key.message }
  },
})

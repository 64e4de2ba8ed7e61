import { defineRule } from '../../../core/rule.ts'
import type { KeySubject } from '../subject.ts'

export const keyRevoked = defineRule<KeySubject>({
  code: 'dkim/key-revoked',
  severity: 'info',
  source: { rfc: 6376, section: '3.6.1' },
  why: 'An empty `p=` states that the key is revoked. Every signature with this selector fails.',
  bad: ['v=DKIM1; «p=»'],
  good: ['v=DKIM1; k=rsa', '*._domainkey.example.com TXT v=DKIM1; p='],
  *check({ record: { key, data }, owner }) {
    // A wildcard revokes no key: it states that there is none.
    if (key.kind === 'revoked' && data && !owner.startsWith('*.'))
      yield { span: data.span, message: '`p=` is empty: this key is revoked.' }
  },
})

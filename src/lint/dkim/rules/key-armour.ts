import { decodeBase64 } from '../../../core/base64.ts'
import { defineRule } from '../../../core/rule.ts'
import { fix } from '../../tag-edits.ts'
import { withoutSpace } from '../../../auth/tag-list.ts'
import type { KeySubject } from '../subject.ts'

export const keyArmour = defineRule<KeySubject>({
  code: 'dkim/key-armour',
  severity: 'error',
  source: { rfc: 6376, section: '3.6.1' },
  why: 'A PEM file puts lines with BEGIN and END around the base64. `p=` takes the base64 alone.',
  bad: [
    'v=DKIM1; k=ed25519; p=«-----BEGIN PUBLIC KEY----- 11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo= -----END PUBLIC KEY-----»',
  ],
  good: ['v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo='],
  *check({ record: { key, data } }) {
    if (key.kind !== 'broken' || key.problem !== 'armour' || !data) return
    const bare = withoutSpace(data.value.replace(/-----[^-]*-----/g, ''))
    yield {
      span: key.span,
      message: key.message,
      fixes: decodeBase64(bare).ok ? [fix('Keep the base64 alone', data.valueSpan, bare)] : [],
    }
  },
})

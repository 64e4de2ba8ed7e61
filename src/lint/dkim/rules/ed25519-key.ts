import { encodeBase64 } from '../../../core/base64.ts'
import { defineRule } from '../../../core/rule.ts'
import { fix } from '../../tag-edits.ts'
import type { KeySubject } from '../subject.ts'

/** The head that OpenSSL puts before the 32 octets (RFC 8410 §4). */
const HEAD = 12

export const ed25519Key = defineRule<KeySubject>({
  code: 'dkim/ed25519-key',
  severity: 'error',
  source: { rfc: 8463, section: '4.2' },
  why: 'An Ed25519 key stands in `p=` as its 32 bare octets, 44 characters of base64. RSA keys are wrapped; these are not.',
  bad: [
    'v=DKIM1; k=ed25519; p=«MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=»',
    'v=DKIM1; k=ed25519; p=«11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcH»',
  ],
  good: ['v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo='],
  *check({ record: { key, data } }) {
    if (key.kind !== 'broken' || !key.bytes || !data) return
    if (key.problem === 'ed25519-size' && key.bytes[0] !== 0x30)
      yield { span: key.span, message: key.message }
    if (key.problem === 'ed25519-wrapped')
      yield {
        span: key.span,
        message: key.message,
        fixes: [fix('Unwrap the key', data.valueSpan, encodeBase64(key.bytes.slice(HEAD)))],
      }
  },
})

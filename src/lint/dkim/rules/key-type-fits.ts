import { defineRule } from '../../../core/rule.ts'
import { fix } from '../../tag-edits.ts'
import { tagNamed } from '../../../auth/tag-list.ts'
import { readRsaKey } from '../../../auth/dkim/public-key.ts'
import type { KeyRecord } from '../../../auth/dkim/key.ts'
import type { KeySubject } from '../subject.ts'

export const keyTypeFits = defineRule<KeySubject>({
  code: 'dkim/key-type-fits',
  severity: 'error',
  source: { rfc: 6376, section: '3.6.1' },
  why: '`k=` states what kind of key `p=` holds; without it, RSA is meant. If they differ the key cannot be used.',
  bad: [
    'v=DKIM1; p=«11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=»',
    'v=DKIM1; k=ed25519; p=«MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDkHlOQoBTzWRiGs5V6NpP3idY6W' +
      'k08a5qhdR6wy5bdOKb2jLQiY/J16JYi0Qvx/byYzCNb3W91y3FutACDfzwQ/BC/e/8uBsCR+yz1Lxj+PL6lHvqMK' +
      'rM3rG4hstT5QjvHO9PzoxZyVYLzBfO2EeC3Ip3G+2kryOTIKT+l/K4w3QIDAQAB»',
  ],
  good: ['v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo='],
  *check({ record }) {
    const real = realType(record)
    const { data, keyType } = record
    if (real === undefined || !data) return
    const tag = tagNamed(record, 'k')
    const correction = tag
      ? fix(`Write \`k=${real}\``, tag.valueSpan, real)
      : fix(`Add \`k=${real}\``, { from: data.span.from, to: data.span.from }, `k=${real}; `)
    yield {
      span: data.valueSpan,
      message: `This looks like a key for \`k=${real}\`, but the record states \`${keyType}\`.`,
      fixes: [correction],
    }
  },
})

/** The type that the octets of a broken key would fit. */
function realType({ key, keyType }: KeyRecord): 'rsa' | 'ed25519' | undefined {
  if (key.kind !== 'broken' || !key.bytes) return undefined
  if (keyType === 'rsa') return key.bytes.length === 32 ? 'ed25519' : undefined
  return readRsaKey(key.bytes).ok ? 'rsa' : undefined
}

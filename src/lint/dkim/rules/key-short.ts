import { defineRule } from '../../../core/rule.ts'
import { MIN_RSA_BITS } from '../../../auth/dkim/find-key.ts'
import type { KeySubject } from '../subject.ts'

/** What signers should use at least (RFC 8301 §3.2). */
const GOOD_BITS = 2048

export const keyShort = defineRule<KeySubject>({
  code: 'dkim/key-short',
  severity: 'warning',
  source: { rfc: 8301, section: '3.2' },
  why: 'RSA keys of 1024 bits are still accepted, but signers should use 2048. Ed25519 is short and strong, where verifiers know it.',
  bad: [
    'v=DKIM1; p=«MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDkHlOQoBTzWRiGs5V6NpP3idY6Wk08a5qhdR6w' +
      'y5bdOKb2jLQiY/J16JYi0Qvx/byYzCNb3W91y3FutACDfzwQ/BC/e/8uBsCR+yz1Lxj+PL6lHvqMKrM3rG4hstT5' +
      'QjvHO9PzoxZyVYLzBfO2EeC3Ip3G+2kryOTIKT+l/K4w3QIDAQAB»',
  ],
  good: ['v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo='],
  *check({ record: { key, data } }) {
    if (key.kind === 'rsa' && key.bits >= MIN_RSA_BITS && key.bits < GOOD_BITS && data)
      yield {
        span: data.valueSpan,
        message: `This key has ${key.bits} bits; ${GOOD_BITS} are recommended.`,
      }
  },
})

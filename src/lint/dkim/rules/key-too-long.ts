import { defineRule } from '../../../core/rule.ts'
import type { KeySubject } from '../subject.ts'

/** What every verifier must be able to use (RFC 8301 §3.2). */
const MOST_BITS = 4096

export const keyTooLong = defineRule<KeySubject>({
  code: 'dkim/key-too-long',
  severity: 'warning',
  source: { rfc: 8301, section: '3.2' },
  why: 'Verifiers need to handle RSA keys up to 4096 bits; longer ones some cannot use, and they make for large DNS answers.',
  bad: [`v=DKIM1; p=«${rsaOf8192Bits()}»`],
  good: ['v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo='],
  *check({ record: { key, data } }) {
    if (key.kind === 'rsa' && key.bits > MOST_BITS && data)
      yield {
        span: data.valueSpan,
        message: `This key has ${key.bits} bits; verifiers need to know keys up to ${MOST_BITS}.`,
      }
  },
})

/** A head, 1024 octets of ones, and the exponent: long enough to be read, no key to use. */
function rsaOf8192Bits(): string {
  return `MIIEIjANBgkqhkiG9w0BAQEFAAOCBA8AMIIECgKCBAEA${'/'.repeat(1365)}wIDAQAB`
}

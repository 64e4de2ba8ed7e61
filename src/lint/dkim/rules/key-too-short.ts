import { defineRule } from '../../../core/rule.ts'
import { MIN_RSA_BITS } from '../../../auth/dkim/find-key.ts'
import type { KeySubject } from '../subject.ts'

export const keyTooShort = defineRule<KeySubject>({
  code: 'dkim/key-too-short',
  severity: 'error',
  source: { rfc: 8301, section: '3.2' },
  why: 'RSA keys under 1024 bits can be broken in days, so verifiers must not accept their signatures. Make a key of 2048 bits.',
  bad: [
    'v=DKIM1; p=«MFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBANiXRQxnlyUJO4AOhs7MiQhtqYZqm8gf0VxE+iSqLjteegec6VK+N+pnQu231L8+vZ/7s1kSa92E5KxWDDjccHkCAwEAAQ==»',
  ],
  good: ['v=DKIM1; p='],
  *check({ record: { key, data } }) {
    if (key.kind === 'rsa' && key.bits < MIN_RSA_BITS && data)
      yield {
        span: data.valueSpan,
        message: `This key has ${key.bits} bits; under ${MIN_RSA_BITS} no verifier may accept it.`,
      }
  },
})

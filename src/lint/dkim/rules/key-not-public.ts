import { defineRule } from '../../../core/rule.ts'
import type { KeySubject } from '../subject.ts'

const FAULTS = ['not-der', 'trailing', 'certificate', 'other-algorithm']

/** Another rule reports octets that are an Ed25519 key. */
const isEd25519 = (bytes: Uint8Array | undefined): boolean => bytes?.length === 32

export const keyNotPublic = defineRule<KeySubject>({
  code: 'dkim/key-not-public',
  severity: 'error',
  source: { rfc: 6376, section: '3.6.1' },
  why: '`p=` must hold one public key, nothing else. Make it with `openssl rsa -in private.pem -pubout`.',
  bad: ['v=DKIM1; p=«aGVsbG8gd29ybGQh»'],
  good: ['v=DKIM1; p='],
  *check({ record: { key } }) {
    if (key.kind === 'broken' && FAULTS.includes(key.problem) && !isEd25519(key.bytes))
      yield { span: key.span, message: key.message }
  },
})

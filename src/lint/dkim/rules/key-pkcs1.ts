import { encodeBase64 } from '../../../core/base64.ts'
import { defineRule } from '../../../core/rule.ts'
import { fix } from '../../tag-edits.ts'
import { wrapPkcs1 } from '../../../auth/dkim/public-key.ts'
import type { KeySubject } from '../subject.ts'

export const keyPkcs1 = defineRule<KeySubject>({
  code: 'dkim/key-pkcs1',
  severity: 'error',
  source: { rfc: 6376, section: '3.6.1' },
  why: 'There are two ways to write an RSA key. Verifiers expect the one that names its algorithm (SubjectPublicKeyInfo), as in the RFC’s examples; a bare one (PKCS #1) they cannot read.',
  bad: [
    'v=DKIM1; p=«MIGJAoGBAOQeU5CgFPNZGIaznXo2k/eJ1jpaTTxrmqF1HrDLlt04pvaMtCJj8nXoliLRC/H9vJjM' +
      'I1vdb3XLcW60AIN/PBD8EL97/y4GwJH7LPUvGP48vqUe+owqszesbiGy1PlCO8c70/OjFnJVgvMF87YR4Lcincb7' +
      'aSvI5MgpP6X8rjDdAgMBAAE=»',
  ],
  good: ['v=DKIM1; p='],
  *check({ record: { key, data } }) {
    if (key.kind !== 'broken' || key.problem !== 'pkcs1' || !key.bytes || !data) return
    yield {
      span: key.span,
      message: key.message,
      fixes: [fix('Wrap the key', data.valueSpan, encodeBase64(wrapPkcs1(key.bytes)))],
    }
  },
})

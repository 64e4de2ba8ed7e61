import { defineRule } from '../../../core/rule.ts'
import { replace } from '../fixes.ts'
import { isSenderId } from '../../../auth/spf/is-spf-like.ts'
import { hasOtherSpf, type SpfSubject } from '../subject.ts'

export const senderId = defineRule<SpfSubject>({
  code: 'spf/sender-id',
  severity: 'warning',
  source: { rfc: 7208, section: '4.5' },
  why: '`spf2.0` belongs to Sender ID, an experiment that was given up. SPF reads `v=spf1` only.',
  bad: ['«spf2.0/mfrom,pra» mx -all', '«spf2.0/pra» mx -all\nv=spf1 mx -all'],
  good: ['v=spf1 mx -all'],
  *check(subject) {
    if (!isSenderId(subject.text)) return
    const fixes = hasOtherSpf(subject) ? [] : [replace('Write `v=spf1`', subject.version, 'v=spf1')]
    yield {
      span: subject.version,
      message: 'This is a Sender ID record, which receivers no longer read. SPF passes it over.',
      fixes,
    }
  },
})

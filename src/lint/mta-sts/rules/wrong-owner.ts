import { labelsOf } from '../../../core/domain.ts'
import { defineRule } from '../../../core/rule.ts'
import { span } from '../../../core/span.ts'
import type { StsSubject } from '../subject.ts'

export const wrongOwner = defineRule<StsSubject>({
  code: 'mta-sts/wrong-owner',
  severity: 'error',
  source: { rfc: 8461, section: '3.1' },
  why: 'Senders ask for the record at `_mta-sts` below the domain, and nowhere else.',
  bad: [
    'example.com TXT «v=STSv1»; id=20260512',
    'mta-sts.example.com TXT «v=STSv1»; id=20260512',
    '_mta_sts.example.com TXT «v=STSv1»; id=20260512',
  ],
  good: [
    '_mta-sts.example.com TXT v=STSv1; id=20260512',
    '_mta-sts.mail.example.com TXT v=STSv1; id=1',
  ],
  *check({ record, owner }) {
    if (labelsOf(owner)[0] === '_mta-sts') return
    const domain = owner.replace(/^_?mta[-_]?sts\./, '')
    yield {
      span: record.tags[0]?.span ?? span(0, record.text.length),
      message: `Nobody looks for MTA-STS at \`${owner}\`: the record belongs at \`_mta-sts.${domain}\`.`,
    }
  },
})

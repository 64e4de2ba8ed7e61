import { labelsOf } from '../../../core/domain.ts'
import { defineRule } from '../../../core/rule.ts'
import { span } from '../../../core/span.ts'
import type { DmarcSubject } from '../subject.ts'

export const wrongOwner = defineRule<DmarcSubject>({
  code: 'dmarc/wrong-owner',
  severity: 'error',
  source: { rfc: 9989, section: '4.5' },
  why: 'Receivers ask for the record at `_dmarc` below the domain, and nowhere else.',
  bad: ['example.com TXT «v=DMARC1»; p=none', 'dmarc.example.com TXT «v=DMARC1»; p=none'],
  good: [
    '_dmarc.example.com TXT v=DMARC1; p=none',
    'a.example._report._dmarc.b.example TXT v=DMARC1',
  ],
  *check({ record, owner, acceptsReports }) {
    const [first] = labelsOf(owner)
    if (first === '_dmarc' || acceptsReports) return
    const domain = owner.replace(/^_?dmarc\./, '')
    yield {
      span: record.tags[0]?.span ?? span(0, record.text.length),
      message: `Nobody looks for DMARC at \`${owner}\`: the record belongs at \`_dmarc.${domain}\`.`,
    }
  },
})

import { defineRule } from '../../../core/rule.ts'
import { removeOnly } from '../../tag-edits.ts'
import { tagNamed } from '../../../auth/tag-list.ts'
import type { DmarcSubject } from '../subject.ts'

export const failureOptionsUnused = defineRule<DmarcSubject>({
  code: 'dmarc/failure-options-unused',
  severity: 'info',
  source: { rfc: 9989, section: '4.7' },
  why: '`fo=` sets when to send failure reports, `ruf=` where to. Without an address it is ignored.',
  bad: ['v=DMARC1; p=none; «fo=1»'],
  good: ['v=DMARC1; p=none; ruf=mailto:d@example.com; fo=1'],
  *check({ record }) {
    const tag = tagNamed(record, 'fo')
    if (tag && !tagNamed(record, 'ruf'))
      yield {
        span: tag.span,
        message: '`fo=` does nothing without `ruf=`.',
        fixes: removeOnly(record, tag),
      }
  },
})

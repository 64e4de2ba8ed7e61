import { defineRule } from '../../../core/rule.ts'
import { fix } from '../../tag-edits.ts'
import type { DmarcSubject } from '../subject.ts'

export const reportSize = defineRule<DmarcSubject>({
  code: 'dmarc/report-size',
  severity: 'info',
  source: { rfc: 9989, section: 'C.4' },
  why: 'A limit such as `!10m` behind an address once set how large a report may be. RFC 9989 took it out: it is ignored.',
  bad: ['v=DMARC1; p=none; rua=mailto:d@example.com«!10m»'],
  good: ['v=DMARC1; p=none; rua=mailto:d@example.com'],
  *check({ record }) {
    for (const { size } of [...record.rua, ...record.ruf])
      if (size)
        yield {
          span: size,
          message: 'Size limits for reports are gone: this one is ignored.',
          fixes: [fix('Take it out', size, '')],
        }
  },
})

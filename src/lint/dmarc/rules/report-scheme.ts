import { defineRule } from '../../../core/rule.ts'
import { span } from '../../../core/span.ts'
import type { DmarcSubject } from '../subject.ts'

export const reportScheme = defineRule<DmarcSubject>({
  code: 'dmarc/report-scheme',
  severity: 'warning',
  source: { rfc: 9989, section: '4.7' },
  why: 'Receivers must be able to send reports by mail, and by nothing else. A URI of another scheme is ignored by all that do not know it.',
  bad: ['v=DMARC1; p=none; rua=«https»://example.com/reports'],
  good: ['v=DMARC1; p=none; rua=MAILTO:d@example.com'],
  *check({ record }) {
    for (const { scheme, span: where } of [...record.rua, ...record.ruf])
      if (scheme !== undefined && scheme !== 'mailto')
        yield {
          span: span(where.from, where.from + scheme.length),
          message: `Reports come by \`mailto:\`; few or none will be sent to \`${scheme}:\`.`,
        }
  },
})

import { defineRule } from '../../../core/rule.ts'
import { recordsAt } from '../../record-index.ts'
import type { DmarcSubject } from '../rule-subject.ts'

export const reportMailbox = defineRule<DmarcSubject>({
  code: 'dmarc/report-mailbox',
  severity: 'warning',
  source: { rfc: 9989, section: '5.1.3' },
  why: 'Reports are mail. If the domain they go to receives none, they are lost.',
  bad: ['_dmarc.a.example TXT v=DMARC1; p=none; rua=«mailto:d@a.example»\na.example MX 0 .'],
  good: [
    '_dmarc.a.example TXT v=DMARC1; p=none; rua=mailto:d@a.example\na.example MX 10 mx.a.example',
    '_dmarc.a.example TXT v=DMARC1; p=none; rua=mailto:d@a.example\na.example A 192.0.2.1',
    '_dmarc.a.example TXT v=DMARC1; p=none; rua=mailto:d@unknown.example',
  ],
  *check({ record, all }) {
    for (const uri of [...record.rua, ...record.ruf]) {
      const refuses = recordsAt(uri.domain ?? '', all).some(
        (one) => one.type === 'MX' && /^\.?$/.test(one.exchange),
      )
      if (refuses)
        yield {
          span: uri.span,
          message: `\`${uri.domain}\` says that it receives no mail (null MX), so reports to it are lost.`,
        }
    }
  },
})

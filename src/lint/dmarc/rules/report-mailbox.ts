import type { DnsRecord, RecordOf } from '../../../core/dns.ts'
import { defineRule } from '../../../core/rule.ts'
import { recordsLike } from '../../record-index.ts'
import type { DmarcSubject } from '../subject.ts'

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
      const refuses = recordsLike(uri.domain ?? '', all, isNullMx).length > 0
      if (refuses)
        yield {
          span: uri.span,
          message: `\`${uri.domain}\` states that it receives no mail (null MX), so reports to it are lost.`,
        }
    }
  },
})

const isNullMx = (record: DnsRecord): record is RecordOf<'MX'> =>
  record.type === 'MX' && /^\.?$/.test(record.exchange)

import { defineRule } from '../../../core/rule.ts'
import { span } from '../../../core/span.ts'
import { recordsLike } from '../../record-index.ts'
import { isTextThat, otherPlaces } from '../../tag-record.ts'
import { isTlsRptText } from '../../../auth/tls-rpt/record.ts'
import type { TlsRptSubject } from '../subject.ts'

const isOurs = isTextThat(isTlsRptText)

export const severalRecords = defineRule<TlsRptSubject>({
  code: 'tls-rpt/several-records',
  severity: 'error',
  source: { rfc: 8460, section: '3' },
  why: 'Senders use the record only if it is the only one. Of several none counts, and no reports come. One record can name several places, parted by commas.',
  bad: [
    '_smtp._tls.example.com TXT «v=TLSRPTv1; rua=mailto:a@example.com»\n_smtp._tls.example.com TXT v=TLSRPTv1; rua=mailto:b@example.com',
  ],
  good: [
    '_smtp._tls.example.com TXT v=TLSRPTv1; rua=mailto:a@example.com,mailto:b@example.com\n_smtp._tls.example.com TXT hello',
  ],
  *check({ record, owner, all }) {
    const same = recordsLike(owner, all, isOurs)
    if (!record.isTlsRpt || same.length < 2) return
    yield {
      span: span(0, record.text.length),
      message: `\`${owner}\` holds ${same.length} TLS-RPT records, so none of them counts.`,
      related: otherPlaces(same, record.text, 'Another TLS-RPT record of the same name.'),
    }
  },
})

import { defineRule } from '../../../core/rule.ts'
import { span } from '../../../core/span.ts'
import { TLS_RPT_LABELS } from '../../../auth/tls-rpt/record.ts'
import type { TlsRptSubject } from '../subject.ts'

export const wrongOwner = defineRule<TlsRptSubject>({
  code: 'tls-rpt/wrong-owner',
  severity: 'error',
  source: { rfc: 8460, section: '3' },
  why: 'Senders ask for the record at `_smtp._tls` below the domain, and nowhere else.',
  bad: [
    'example.com TXT «v=TLSRPTv1»; rua=mailto:t@example.com',
    '_tls._smtp.example.com TXT «v=TLSRPTv1»; rua=mailto:t@example.com',
    '_smtp-tlsrpt.example.com TXT «v=TLSRPTv1»; rua=mailto:t@example.com',
    'smtp._tls.example.com TXT «v=TLSRPTv1»; rua=mailto:t@example.com',
  ],
  good: ['_smtp._tls.example.com TXT v=TLSRPTv1; rua=mailto:t@example.com'],
  *check({ record, owner }) {
    if (owner.startsWith(`${TLS_RPT_LABELS}.`)) return
    const domain = owner.replace(/^(?:(?:_?smtp|_?tls|_?smtp-tlsrpt|_?tls-?rpt)\.)+/, '')
    yield {
      span: record.tags[0]?.span ?? span(0, record.text.length),
      message: `Nobody looks for TLS-RPT at \`${owner}\`: the record belongs at \`${TLS_RPT_LABELS}.${domain}\`.`,
    }
  },
})

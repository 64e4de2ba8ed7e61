import { defineRule } from '../../../core/rule.ts'
import { span } from '../../../core/span.ts'
import { fix } from '../../tag-edits.ts'
import { tagNamed } from '../../../auth/tag-list.ts'
import { isMailbox } from '../../../auth/tls-rpt/record.ts'
import type { TlsRptSubject } from '../subject.ts'

export const noAddress = defineRule<TlsRptSubject>({
  code: 'tls-rpt/no-address',
  severity: 'error',
  source: { rfc: 8460, section: '3' },
  why: 'The record is there to name a place for reports, in `rua`. Without one nothing is sent.',
  bad: ['«v=TLSRPTv1»;', 'v=TLSRPTv1; «rua=»'],
  good: ['v=TLSRPTv1; rua=https://example.com/tls'],
  *check({ record, owner }) {
    const first = record.tags[0]
    const tag = tagNamed(record, 'rua')
    if (!first || (tag && tag.value !== '')) return
    const mailbox = `tls-reports@${owner.replace(/^_smtp\._tls\./, '')}`
    const address = `mailto:${mailbox}`
    const at = tag ? tag.rawSpan.to : first.rawSpan.to
    yield {
      span: (tag ?? first).span,
      message: 'The record names no place for reports: `rua` is missing or empty.',
      fixes: isMailbox(mailbox)
        ? [fix(`Send them to \`${address}\``, span(at, at), tag ? address : `; rua=${address}`)]
        : [],
    }
  },
})

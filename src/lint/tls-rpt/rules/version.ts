import { defineRule } from '../../../core/rule.ts'
import { span } from '../../../core/span.ts'
import { fix, removal } from '../../tag-edits.ts'
import type { TlsRptSubject } from '../subject.ts'

export const version = defineRule<TlsRptSubject>({
  code: 'tls-rpt/version',
  severity: 'error',
  source: { rfc: 8460, section: '3' },
  why: 'The record must begin with `v=TLSRPTv1;`, to the letter and without a space. Senders throw away what begins otherwise, and send no reports.',
  bad: [
    '«v=TLSRPT1»; rua=mailto:t@example.com',
    '«v = TLSRPTv1»; rua=mailto:t@example.com',
    'rua=mailto:t@example.com; «v=TLSRPTv1»',
    '_smtp._tls.example.com TXT «rua=mailto:t@example.com»',
  ],
  good: ['v=TLSRPTv1; rua=mailto:t@example.com', 'v=TLSRPTv1;rua=mailto:t@example.com;'],
  *check({ record }) {
    if (record.isTlsRpt) return
    const { text, tags } = record
    const tag = tags.find(({ name }) => name.toLowerCase() === 'v')
    const first = tags[0]
    if (!tag) {
      yield {
        span: first?.span ?? span(0, text.length),
        message: 'The record must begin with `v=TLSRPTv1;`; without it senders pass it over.',
        fixes: [fix('Begin with `v=TLSRPTv1;`', span(0, 0), 'v=TLSRPTv1; ')],
      }
      return
    }
    const isFirst = tag === first
    const whole = span(isFirst ? 0 : tag.span.from, isFirst ? tag.rawSpan.to : tag.span.to)
    const rest = text[tag.rawSpan.to] === ';' ? '' : ';'
    yield {
      span: whole,
      message:
        'The record must begin with `v=TLSRPTv1;`, to the letter; as it stands, senders pass it over.',
      fixes: [
        isFirst
          ? fix('Write `v=TLSRPTv1;`', whole, `v=TLSRPTv1${rest}`)
          : {
              title: 'Move `v=TLSRPTv1;` to the front',
              edits: [{ span: span(0, 0), text: 'v=TLSRPTv1; ' }, removal(text, tag)],
            },
      ],
    }
  },
})

import type { Fix } from '../../../core/diagnostic.ts'
import { defineRule } from '../../../core/rule.ts'
import { span } from '../../../core/span.ts'
import { removal, removeTag } from '../../tag-edits.ts'
import { tagNamed, type Tag } from '../../../auth/tag-list.ts'
import type { TlsRptRecord } from '../../../auth/tls-rpt/record.ts'
import type { TlsRptSubject } from '../subject.ts'

export const duplicateTag = defineRule<TlsRptSubject>({
  code: 'tls-rpt/duplicate-tag',
  severity: 'info',
  source: { rfc: 8460, section: '3' },
  why: 'A record may ask for reports at more than one `rua`, and a sender may deliver to each of them or to one alone. Some read only the first field of a name: one `rua` can hold all addresses, parted by commas.',
  bad: [
    'v=TLSRPTv1; rua=mailto:a@example.com; «rua=mailto:b@example.com»',
    'v=TLSRPTv1; rua=mailto:a@example.com; ext=1; «ext=2»',
  ],
  good: ['v=TLSRPTv1; rua=mailto:a@example.com,mailto:b@example.com'],
  *check({ record }) {
    for (const problem of record.problems) {
      if (problem.kind !== 'duplicate') continue
      const tag = record.tags.find((one) => one.span.from === problem.span.from)
      yield {
        span: problem.span,
        message:
          tag?.name === 'rua'
            ? '`rua` stands here once more. That is allowed, but not every sender reads both: put them into one.'
            : problem.message,
        fixes: tag ? [holdsMore(record, tag) ? join(record, tag) : removeTag(record, tag)] : [],
      }
    }
  },
})

const holdsMore = (record: TlsRptRecord, { name, value }: Tag): boolean =>
  name === 'rua' && value !== '' && Boolean(tagNamed(record, 'rua')?.value)

/** No address is lost. */
function join(record: TlsRptRecord, again: Tag): Fix {
  const end = tagNamed(record, 'rua')!.valueSpan.to
  return {
    title: 'Put both into one `rua`',
    edits: [{ span: span(end, end), text: `,${again.value}` }, removal(record.text, again)],
  }
}

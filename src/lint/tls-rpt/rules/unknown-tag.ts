import { defineRule } from '../../../core/rule.ts'
import { fix, removeTag } from '../../tag-edits.ts'
import { TLS_RPT_TAGS } from '../../../auth/tls-rpt/record.ts'
import type { TlsRptSubject } from '../subject.ts'

export const unknownTag = defineRule<TlsRptSubject>({
  code: 'tls-rpt/unknown-tag',
  severity: 'info',
  source: { rfc: 8460, section: '3' },
  why: 'The record knows `v` and `rua`, in lower case; other fields are ignored.',
  bad: [
    'v=TLSRPTv1; rua=mailto:t@example.com; «ruf»=mailto:f@example.com',
    'v=TLSRPTv1; «RUA»=mailto:t@example.com',
  ],
  good: ['v=TLSRPTv1; rua=mailto:t@example.com'],
  *check({ record }) {
    for (const tag of record.tags) {
      const lower = tag.name.toLowerCase()
      const isMeant = TLS_RPT_TAGS.includes(lower)
      if (lower === 'v' || tag.name === 'rua') continue
      yield {
        span: tag.nameSpan,
        message: `\`${tag.name}=\` is no field of this record, so it is ignored.`,
        fixes: [isMeant ? fix(`Write \`${lower}\``, tag.nameSpan, lower) : removeTag(record, tag)],
      }
    }
  },
})

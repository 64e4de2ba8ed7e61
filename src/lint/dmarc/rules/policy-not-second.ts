import { defineRule } from '../../../core/rule.ts'
import { removal } from '../../tag-edits.ts'
import { tagNamed } from '../../../auth/tag-list.ts'
import { span } from '../../../core/span.ts'
import type { DmarcSubject } from '../subject.ts'

export const policyNotSecond = defineRule<DmarcSubject>({
  code: 'dmarc/policy-not-second',
  severity: 'hint',
  source: { rfc: 7489, section: '6.3' },
  why: 'RFC 7489 wanted `p=` right behind `v=`, RFC 9989 takes it anywhere. Second is the place that every reader accepts.',
  bad: ['v=DMARC1; rua=mailto:d@example.com; «p=none»'],
  good: ['v=DMARC1; p=none; rua=mailto:d@example.com'],
  *check({ record }) {
    const tag = tagNamed(record, 'p')
    const [first, second] = record.tags
    if (!record.isDmarc || !first || !tag || tag === second) return
    const behind = first.valueSpan.to
    const insert = { span: span(behind, behind), text: `; ${tag.name}=${tag.value}` }
    yield {
      span: tag.span,
      message: 'Older readers want `p=` right behind `v=DMARC1`.',
      fixes: [{ title: 'Move `p=` there', edits: [insert, removal(record, tag)] }],
    }
  },
})

import { defineRule } from '../../../core/rule.ts'
import { span } from '../../../core/span.ts'
import { tagNamed } from '../../../auth/tag-list.ts'
import type { StsSubject } from '../subject.ts'

export const idMissing = defineRule<StsSubject>({
  code: 'mta-sts/id-missing',
  severity: 'error',
  source: { rfc: 8461, section: '3.1' },
  why: 'Senders keep the policy and look only at `id` to learn whether it changed. A record without one cannot be used, and the domain counts as one without MTA-STS.',
  bad: ['«v=STSv1»;', '«v=STSv1»; ID=20260512'],
  good: ['v=STSv1; id=20260512'],
  *check({ record }) {
    const first = record.tags[0]
    if (!first || tagNamed(record, 'id')) return
    const at = first.rawSpan.to
    yield {
      span: first.span,
      message: 'The record has no `id=`, so senders cannot use it.',
      fixes: [{ title: 'Add `id=1`', edits: [{ span: span(at, at), text: '; id=1' }] }],
    }
  },
})

import { defineRule } from '../../../core/rule.ts'
import { span } from '../../../core/span.ts'
import { fix } from '../../tag-edits.ts'
import { tagNamed } from '../../../auth/tag-list.ts'
import type { DmarcSubject } from '../subject.ts'

export const policyMissing = defineRule<DmarcSubject>({
  code: 'dmarc/policy-missing',
  severity: 'error',
  source: { rfc: 9989, section: '4.10.1' },
  why: 'Without `p=` a record counts as `p=none` if it names an address for reports, and as no record at all if it does not. Readers of RFC 7489 always want it.',
  bad: ['«v=DMARC1»', '«v=DMARC1»; rua=mailto:d@example.com'],
  good: ['v=DMARC1; p=none', 'a.example._report._dmarc.b.example TXT v=DMARC1'],
  *check({ record, acceptsReports }) {
    const [first] = record.tags
    if (
      !record.isDmarc ||
      acceptsReports ||
      !first ||
      record.tags.some(({ name }) => /^p$/i.test(name))
    )
      return
    const hidden = record.tags.some(({ value }) => /\sp\s*=/.test(value))
    if (hidden || tagNamed(record, 'p')) return
    const counts = record.rua.some(({ valid }) => valid)
    const behind = first.valueSpan.to
    yield {
      span: first.span,
      severity: counts ? 'warning' : 'error',
      message: counts
        ? 'The record has no `p=`, so it counts as `p=none`.'
        : 'The record has no `p=` and asks for no reports, so it is as good as none.',
      fixes: [fix('Add `p=none`', span(behind, behind), '; p=none')],
    }
  },
})

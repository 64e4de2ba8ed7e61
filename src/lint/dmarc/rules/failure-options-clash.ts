import { defineRule } from '../../../core/rule.ts'
import { fix } from '../../tag-edits.ts'
import { tagNamed } from '../../../auth/tag-list.ts'
import type { DmarcSubject } from '../subject.ts'

export const failureOptionsClash = defineRule<DmarcSubject>({
  code: 'dmarc/failure-options-clash',
  severity: 'warning',
  source: { rfc: 9989, section: '4.7' },
  why: '`fo=0` reports if everything failed, `fo=1` if anything did. Only one of them can be meant.',
  bad: ['v=DMARC1; p=none; ruf=mailto:d@example.com; fo=«0:1»'],
  good: ['v=DMARC1; p=none; ruf=mailto:d@example.com; fo=0:d', 'v=DMARC1; p=none; fo=1'],
  *check({ record }) {
    const tag = tagNamed(record, 'fo')
    const options = record.fo.map(({ text }) => text)
    if (!tag || !options.includes('0') || !options.includes('1')) return
    const rest = options.filter((option) => option !== '0').join(':')
    yield {
      span: tag.valueSpan,
      message: '`0` and `1` exclude each other.',
      fixes: [fix('Keep `1`', tag.valueSpan, rest)],
    }
  },
})

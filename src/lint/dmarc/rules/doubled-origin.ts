import { labelsOf } from '../../../core/domain.ts'
import { defineRule } from '../../../core/rule.ts'
import { span } from '../../../core/span.ts'
import type { DmarcSubject } from '../subject.ts'

export const doubledOrigin = defineRule<DmarcSubject>({
  code: 'dmarc/doubled-origin',
  severity: 'error',
  source: { rfc: 1035, section: '5.1' },
  why: 'In a zone file a name without a dot at its end gets the zone’s own name appended. Written in full it needs the dot.',
  bad: ['_dmarc.example.com.example.com TXT «v=DMARC1»; p=none'],
  good: ['_dmarc.example.com TXT v=DMARC1; p=none'],
  *check({ record, owner, domain }) {
    const labels = labelsOf(domain)
    const half = labels.length / 2
    const [a, b] = [labels.slice(0, half).join('.'), labels.slice(half).join('.')]
    if (half < 2 || half % 1 !== 0 || a !== b) return
    yield {
      span: record.tags[0]?.span ?? span(0, record.text.length),
      message: `This record stands at \`${owner}\`: the domain came twice. End the name with a dot, or write it without the domain.`,
    }
  },
})

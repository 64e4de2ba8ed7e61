import { labelsOf } from '../../../core/domain.ts'
import { defineRule } from '../../../core/rule.ts'
import { span } from '../../../core/span.ts'
import type { KeySubject } from '../subject.ts'

export const doubledOrigin = defineRule<KeySubject>({
  code: 'dkim/doubled-origin',
  severity: 'error',
  source: { rfc: 1035, section: '5.1' },
  why: 'In a zone file a name without a dot at its end gets the zone’s own name appended. Written in full it needs the dot.',
  bad: ['s1._domainkey.example.com.example.com TXT «v=DKIM1»; p='],
  good: ['s1._domainkey.example.com TXT v=DKIM1; p='],
  *check({ record, owner }) {
    const labels = labelsOf(owner)
    const domain = labels.slice(labels.indexOf('_domainkey') + 1)
    const half = domain.length / 2
    const [a, b] = [domain.slice(0, half).join('.'), domain.slice(half).join('.')]
    if (!labels.includes('_domainkey') || half < 2 || half % 1 !== 0 || a !== b) return
    yield {
      span: record.tags[0]?.span ?? span(0, record.text.length),
      message: `This record stands at \`${owner}\`: the domain came twice. End the name with a dot, or write it without the domain.`,
    }
  },
})

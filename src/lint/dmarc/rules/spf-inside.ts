import { defineRule } from '../../../core/rule.ts'
import { span } from '../../../core/span.ts'
import type { DmarcSubject } from '../subject.ts'

export const spfInside = defineRule<DmarcSubject>({
  code: 'dmarc/spf-inside',
  severity: 'error',
  source: { rfc: 7208, section: '3.1' },
  why: 'An SPF record stands at the domain’s own name. At `_dmarc` no receiver looks for it.',
  bad: ['_dmarc.example.com TXT «v=spf1» mx -all'],
  good: ['_dmarc.example.com TXT v=DMARC1; p=none'],
  *check({ record: { text }, domain }) {
    const found = /^\s*v\s*=\s*spf1/i.exec(text)
    if (found)
      yield {
        span: span(0, found[0].length),
        message: `This is an SPF record: it belongs to \`${domain}\` itself, not to \`_dmarc\`.`,
      }
  },
})

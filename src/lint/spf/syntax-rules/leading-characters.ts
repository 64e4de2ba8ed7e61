import { defineRule } from '../../../core/rule.ts'
import { span } from '../../../core/span.ts'
import { remove } from '../fixes.ts'
import type { SpfSubject } from '../subject.ts'
import { leadingLength } from './version.ts'

export const leadingCharacters = defineRule<SpfSubject>({
  code: 'spf/leading-characters',
  severity: 'error',
  source: { rfc: 7208, section: '4.5' },
  why: 'A record is SPF by its first characters, `v=spf1`. A space or a quote before them hides it.',
  bad: ['« »v=spf1 mx -all', '«"»v=spf1 mx -all', "« ' »v=spf1 -all"],
  good: ['v=spf1 mx -all'],
  *check(subject) {
    const length = leadingLength(subject)
    if (!length) return
    const at = span(0, length)
    const what = subject.text.slice(0, length).trim() ? 'A quote stands' : 'A space stands'
    yield {
      span: at,
      message: `${what} before \`v=spf1\`, so SPF passes the record over.`,
      fixes: [remove('Begin with `v=spf1`', at)],
    }
  },
})

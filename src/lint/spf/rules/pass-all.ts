import { defineRule } from '../../../core/rule.ts'
import { replace } from '../fixes.ts'
import { mechanismsOf } from '../../../auth/spf/record.ts'
import type { SpfSubject } from '../subject.ts'

export const passAll = defineRule<SpfSubject>({
  code: 'spf/pass-all',
  severity: 'warning',
  source: { rfc: 7208, section: '5.1' },
  why: '`all` matches every client, and `+` lets it pass: with `+all`, anybody on the Internet may send for the domain.',
  bad: ['v=spf1 mx «+all»', 'v=spf1 mx «all»'],
  good: ['v=spf1 mx -all', 'v=spf1 mx ~all'],
  *check(record) {
    const term = mechanismsOf(record).find(({ name }) => name === 'all')
    // A qualifier that a space parts from it is reported, and is what was meant.
    if (term?.qualifier !== '+' || /\s[-~?]\s+$/.test(record.text.slice(0, term.span.from))) return
    yield {
      span: term.span,
      message: `\`${term.text}\` lets everybody pass, forgers too. \`-all\` refuses whom you have not named.`,
      fixes: ['-all', '~all'].map((text) => replace(`Write \`${text}\``, term.span, text)),
    }
  },
})

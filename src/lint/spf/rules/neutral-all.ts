import { defineRule } from '../../../core/rule.ts'
import { replace } from '../fixes.ts'
import { mechanismsOf } from '../../../auth/spf/record.ts'
import type { SpfSubject } from '../subject.ts'

export const neutralAll = defineRule<SpfSubject>({
  code: 'spf/neutral-all',
  severity: 'info',
  source: { rfc: 7208, section: '8.2' },
  why: 'A receiver must treat neutral exactly as if there were no record, so `?all` protects from nothing.',
  bad: ['v=spf1 mx «?all»'],
  good: ['v=spf1 mx ~all', 'v=spf1 ?include:example.org -all'],
  *check(record) {
    const term = mechanismsOf(record).find(({ name }) => name === 'all')
    if (term?.qualifier !== '?') return
    yield {
      span: term.span,
      message:
        '`?all` states nothing about the clients you have not named: a forger is treated as if you had no record.',
      fixes: ['~all', '-all'].map((text) => replace(`Write \`${text}\``, term.span, text)),
    }
  },
})

import { defineRule } from '../../../core/rule.ts'
import { moveBefore, removeTerm } from '../fixes.ts'
import { mechanismsOf, type Mechanism, type SpfRecord } from '../../../auth/spf/record.ts'
import type { SpfSubject } from '../subject.ts'

export const termsAfterAll = defineRule<SpfSubject>({
  code: 'spf/terms-after-all',
  severity: 'warning',
  source: { rfc: 7208, section: '5.1' },
  why: 'SPF stops at the first match. `all` always matches, so no mechanism after it is ever tried.',
  bad: ['v=spf1 -all «mx»', 'v=spf1 a ~all «ip4:192.0.2.1» «-all»'],
  good: ['v=spf1 mx -all', 'v=spf1 mx -all exp=explain.example.org'],
  *check(record) {
    const all = mechanismsOf(record).find(({ name }) => name === 'all')
    if (!all) return
    for (const term of mechanismsAfter(record, all))
      yield {
        span: term.span,
        message: `\`${term.text}\` is never tried: it stands after \`${all.text}\`, which always matches.`,
        fixes: [term.name === 'all' ? removeTerm(record, term) : moveBefore(record, term, all)],
      }
  },
})

const mechanismsAfter = (record: SpfRecord, all: Mechanism): Mechanism[] =>
  mechanismsOf(record).filter(({ span }) => span.from > all.span.from)

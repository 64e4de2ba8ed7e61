import { defineRule } from '../../../core/rule.ts'
import { append } from '../fixes.ts'
import { isSpfText, mechanismsOf, modifierOf } from '../../../auth/spf/record.ts'
import type { SpfSubject } from '../subject.ts'

export const noAll = defineRule<SpfSubject>({
  code: 'spf/no-all',
  severity: 'warning',
  source: { rfc: 7208, section: '4.7' },
  why: 'Where nothing matches and neither `all` nor `redirect` decides, the result is neutral, as if the record did not exist.',
  bad: ['v=spf1 a «mx»', '«v=spf1»'],
  good: ['v=spf1 mx -all', 'v=spf1 redirect=_spf.example.org'],
  *check(record) {
    // A broken term may be the `all` that is missing.
    if (record.problems.length || !isSpfText(record.text)) return
    if (modifierOf(record, 'redirect') || mechanismsOf(record).some(({ name }) => name === 'all'))
      return
    yield {
      span: record.terms.at(-1)?.span ?? record.version,
      message:
        'The record ends without `all` or `redirect`, so clients you have not named get neutral. State what becomes of them.',
      fixes: ['~all', '-all'].map((term) => append(record, term)),
    }
  },
})

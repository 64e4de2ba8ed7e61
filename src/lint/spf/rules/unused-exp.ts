import { defineRule } from '../../../core/rule.ts'
import { removeTerm } from '../fixes.ts'
import { mechanismsOf, modifierOf } from '../../../auth/spf/record.ts'
import type { SpfSubject } from '../subject.ts'

export const unusedExp = defineRule<SpfSubject>({
  code: 'spf/unused-exp',
  severity: 'info',
  source: { rfc: 7208, section: '6.2' },
  why: 'The explanation is read when a mechanism of this record gives fail. Without a `-` in it, none ever does.',
  bad: ['v=spf1 mx ~all «exp=explain.example.org»'],
  good: ['v=spf1 mx -all exp=explain.example.org'],
  *check(record) {
    const exp = modifierOf(record, 'exp')
    if (!exp || mechanismsOf(record).some(({ qualifier }) => qualifier === '-')) return
    yield {
      span: exp.span,
      message: `No receiver reads the text at \`${exp.text}\`: no term of this record gives fail (\`-\`).`,
      fixes: [removeTerm(record, exp)],
    }
  },
})

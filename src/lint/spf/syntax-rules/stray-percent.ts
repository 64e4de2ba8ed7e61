import type { Fix } from '../../../core/diagnostic.ts'
import { defineRule } from '../../../core/rule.ts'
import { span } from '../../../core/span.ts'
import { replace } from '../fixes.ts'
import type { RecordProblem } from '../../../auth/spf/record.ts'
import { isKind, reportProblems, type SpfSubject } from '../subject.ts'

export const strayPercent = defineRule<SpfSubject>({
  code: 'spf/stray-percent',
  severity: 'error',
  source: { rfc: 7208, section: '7.3' },
  why: '`%` opens a macro: `%{`, `%%`, `%_` or `%-`. Behind any other character the record breaks.',
  bad: [
    'v=spf1 exists:«%»(ir).sbl.example.org -all',
    'v=spf1 exists:a«%».example.org -all',
    'v=spf1 exists:«%»i.example.org -all',
  ],
  good: ['v=spf1 exists:%{ir}.sbl.example.org exists:a%%b.example.org -all'],
  *check(subject) {
    yield* reportProblems(subject, isKind('stray-percent'), (found) => repair(subject, found))
  },
})

function repair({ text }: SpfSubject, { span: at }: RecordProblem): Fix[] {
  const round = /^%[([]([^()[\] ]{1,20})[)\]]/.exec(text.slice(at.from, at.from + 24))
  const whole = round && span(at.from, at.from + round[0].length)
  return [
    ...(whole ? [replace(`Write \`%{${round[1]!}}\``, whole, `%{${round[1]!}}`)] : []),
    replace('Write `%%`, which stands for one `%`', at, '%%'),
  ]
}

import { defineRule } from '../../../core/rule.ts'
import { rewrite } from '../fixes.ts'
import { parseSpf } from '../../../auth/spf/parse.ts'
import { isKind, reportProblems, type SpfSubject } from '../subject.ts'

export const modifierName = defineRule<SpfSubject>({
  code: 'spf/modifier-name',
  severity: 'error',
  source: { rfc: 7208, section: '4.6.1' },
  why: 'What stands before `=` is a modifier’s name: a letter first, then letters, digits, `-`, `_` and `.`. Another name breaks the record.',
  bad: ['v=spf1 mx -all «1up=»foo', 'v=spf1 mx «=»all', 'v=spf1 mx «~redirect=»_spf.example.org'],
  good: ['v=spf1 mx -all', 'v=spf1 mx redirect=_spf.example.org'],
  *check(subject) {
    yield* reportProblems(subject, isKind('modifier-name'), ({ term }) => {
      const bare = term?.text.replace(/^[-+~?=]/, '') ?? ''
      return term && isSound(bare) ? rewrite(term, bare) : []
    })
  },
})

const isSound = (term: string): boolean => !parseSpf(`v=spf1 ${term}`).problems.length

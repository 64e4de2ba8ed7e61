import { defineRule } from '../../../core/rule.ts'
import { rewrite } from '../fixes.ts'
import { isKind, reportProblems, type SpfSubject } from '../subject.ts'

export const modifierColon = defineRule<SpfSubject>({
  code: 'spf/modifier-colon',
  severity: 'error',
  source: { rfc: 7208, section: '4.6.1' },
  why: 'Modifiers have `=` right behind their name. With a colon, SPF takes the word for a mechanism, knows none of that name, and breaks.',
  bad: ['v=spf1 «redirect:»example.org', 'v=spf1 mx -all «exp:»explain.example.org'],
  good: ['v=spf1 redirect=example.org', 'v=spf1 mx -all exp=explain.example.org'],
  *check(subject) {
    yield* reportProblems(subject, isKind('modifier-colon'), ({ term }) =>
      term ? rewrite(term, term.text.replace(/^[-+~?]?(\w+)[:/]/, '$1=')) : [],
    )
  },
})

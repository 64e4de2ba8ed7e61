import { defineRule } from '../../../core/rule.ts'
import { removeTerm } from '../fixes.ts'
import { mechanismsOf, modifierOf } from '../../../auth/spf/record.ts'
import { relatedSpan, type SpfSubject } from '../subject.ts'

export const redirectWithAll = defineRule<SpfSubject>({
  code: 'spf/redirect-with-all',
  severity: 'warning',
  source: { rfc: 7208, section: '6.1' },
  why: '`redirect` decides where nothing matched. `all` matches always, so a record with both ignores the redirect.',
  bad: ['v=spf1 mx «redirect=_spf.example.org» -all', 'v=spf1 -all «redirect=_spf.example.org»'],
  good: ['v=spf1 mx redirect=_spf.example.org', 'v=spf1 mx include:_spf.example.org -all'],
  *check(subject) {
    const redirect = modifierOf(subject, 'redirect')
    const all = mechanismsOf(subject).find(({ name }) => name === 'all')
    if (!redirect || !all) return
    yield {
      span: redirect.span,
      message: `\`${redirect.text}\` is ignored, because \`${all.text}\` matches before it can count. Keep one of them.`,
      related: [relatedSpan(subject, all.span, 'This always matches')],
      fixes: [removeTerm(subject, redirect), removeTerm(subject, all)],
    }
  },
})

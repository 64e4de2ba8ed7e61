import { defineRule } from '../../../core/rule.ts'
import { removeTerm, rewrite } from '../fixes.ts'
import { wordOneTypoAway } from '../one-typo-away.ts'
import type { Modifier } from '../../../auth/spf/record.ts'
import { brokenTerms, type SpfSubject } from '../subject.ts'
import { isMeantAsMechanism } from './mechanism-equals.ts'

/** `ra`, `rp` and `rr` ask for reports (RFC 6652 §3). */
const REGISTERED = ['redirect', 'exp', 'ra', 'rp', 'rr']

export const unknownModifier = defineRule<SpfSubject>({
  code: 'spf/unknown-modifier',
  severity: 'info',
  source: { rfc: 7208, section: '6' },
  why: 'Modifiers that SPF does not know are ignored, so that others can be invented. One with a slip in its name is ignored too.',
  bad: ['v=spf1 mx -all «moo=cow»', 'v=spf1 mx «redirct=_spf.example.org»'],
  good: ['v=spf1 mx -all exp=explain.example.org ra=postmaster'],
  *check(subject) {
    const broken = brokenTerms(subject)
    for (const term of subject.terms)
      if (term.kind === 'modifier' && isUnknown(term) && !broken.has(term)) {
        const meant = wordOneTypoAway(term.name, ['redirect', 'exp'])
        yield {
          span: term.span,
          message: meant
            ? `SPF ignores \`${term.text}\`: it knows no modifier \`${term.name}\`. Is \`${meant}\` meant?`
            : `SPF ignores \`${term.text}\`: it knows no modifier \`${term.name}\`.`,
          fixes: [
            ...(meant ? rewrite(term, `${meant}=${term.value.text}`) : []),
            removeTerm(subject, term),
          ],
        }
      }
  },
})

const isUnknown = (term: Modifier): boolean =>
  !REGISTERED.includes(term.name) && !isMeantAsMechanism(term)

import { lines } from '../../../core/text/lines.ts'
import { defineDnsDependentRule } from '../../dns-dependent-rule.ts'
import { relatedSpan } from '../../dns-dependent-rule.ts'
import { findingAt, type SpfDnsSubject } from '../dns-dependent-subject.ts'
import { MAX_LOOKUPS } from '../../../auth/spf/limits.ts'
import { chainsOf, hasLoop, nameOf, planCost, totalCost, type Chain } from '../lookup-plan-walk.ts'
import type { LookupPlan } from '../lookup-plan.ts'

export const tooManyLookups = defineDnsDependentRule<SpfDnsSubject>({
  code: 'spf/too-many-lookups',
  severity: 'error',
  source: { rfc: 7208, section: '4.6.4' },
  why: 'include, a, mx, ptr, exists and redirect ask DNS, and a whole check may use ten of them, those inside includes too. The eleventh is a permerror.',
  bad: [
    'a.example. TXT "v=spf1 a:%{l}1.a.example a:%{l}2.a.example a:%{l}3.a.example ' +
      'a:%{l}4.a.example a:%{l}5.a.example a:%{l}6.a.example a:%{l}7.a.example ' +
      'a:%{l}8.a.example a:%{l}9.a.example ptr:a.example «a:%{l}11.a.example» -all"',
    lines(
      'a.example. TXT "v=spf1 include:b.example «include:c.example» -all"',
      'b.example. TXT "v=spf1 a:%{l}1.b.example a:%{l}2.b.example a:%{l}3.b.example ' +
        'a:%{l}4.b.example a:%{l}5.b.example a:%{l}6.b.example -all"',
      'c.example. TXT "v=spf1 redirect=b.example"',
    ),
  ],
  good: [
    'a.example. TXT "v=spf1 a:%{l}1.a.example a:%{l}2.a.example a:%{l}3.a.example ' +
      'a:%{l}4.a.example a:%{l}5.a.example a:%{l}6.a.example a:%{l}7.a.example ' +
      'a:%{l}8.a.example a:%{l}9.a.example ptr:a.example ip4:192.0.2.1 -all"',
    // An `all` hides what stands behind it.
    'a.example. TXT "v=spf1 include:b.example -all redirect=b.example"\nb.example. TXT ' +
      '"v=spf1 a:%{l}1.b.example a:%{l}2.b.example a:%{l}3.b.example a:%{l}4.b.example ' +
      'a:%{l}5.b.example a:%{l}6.b.example -all"',
  ],
  // The plan holds all the answers.
  // eslint-disable-next-line require-yield
  *check(subject) {
    const { plan, published } = subject
    if (hasLoop(plan)) return []
    const over = eleventh(plan)
    if (!over) return []
    const where = over.length > 1 ? `, reached through \`${over[0].term.text}\`,` : ''
    const message =
      `A client that nothing matches costs ${planCost(plan)} DNS lookups, and SPF allows ` +
      `${MAX_LOOKUPS}: ${nameOf(over)}${where} is the eleventh, so the result is permerror. ` +
      'Name hosts by address, or drop what no longer sends.'
    const finding = findingAt(over, subject, { message })
    const costs = plan.terms
      .filter((term) => totalCost(term) > 1 && published.place)
      .map((term) =>
        relatedSpan(published, term.term.span, `\`${term.term.text}\` costs ${totalCost(term)}`),
      )
    return [{ ...finding, related: [...(finding.related ?? []), ...costs] }]
  },
})

/** The term at which the count goes over ten. */
function eleventh(plan: LookupPlan): Chain | undefined {
  let total = 0
  for (const chain of chainsOf(plan)) {
    total += chain.at(-1)!.cost
    if (total > MAX_LOOKUPS) return chain
  }
  return undefined
}

import { lines } from '../../../core/text/lines.ts'
import { defineDnsDependentRule } from '../../dns-dependent-rule.ts'
import type { SpfDnsSubject } from '../dns-dependent-subject.ts'
import { MAX_LOOKUPS } from '../../../auth/spf/limits.ts'
import { hasLoop, planCost, totalCost } from '../lookup-plan-walk.ts'

/** From here on one more include of another may be one too many. */
const NEARLY = 8

export const lookupsNearlySpent = defineDnsDependentRule<SpfDnsSubject>({
  code: 'spf/lookups-nearly-spent',
  severity: 'info',
  source: { rfc: 7208, section: '4.6.4' },
  why: 'A check may use ten DNS lookups, those inside includes too. Others change their records without asking you, and then yours breaks.',
  bad: [
    lines(
      'a.example. TXT "v=spf1 mx «include:b.example» -all"',
      'a.example. MX 10 mx.a.example.',
      'mx.a.example. A 192.0.2.1',
      'mx.a.example. AAAA 2001:db8::1',
      'b.example. TXT "v=spf1 a:%{l}1.b.example a:%{l}2.b.example a:%{l}3.b.example ' +
        'a:%{l}4.b.example a:%{l}5.b.example a:%{l}6.b.example a:%{l}7.b.example -all"',
    ),
    'a.example. TXT "v=spf1 a:%{l}1.a.example a:%{l}2.a.example a:%{l}3.a.example ' +
      'a:%{l}4.a.example a:%{l}5.a.example a:%{l}6.a.example a:%{l}7.a.example ' +
      'a:%{l}8.a.example a:%{l}9.a.example «a:%{l}10.a.example» -all"',
  ],
  good: [
    'a.example. TXT "v=spf1 include:b.example -all"\nb.example. TXT "v=spf1 a:%{l}1.b.example a:%{l}2.b.example a:%{l}3.b.example -all"',
  ],
  // The plan holds all the answers.
  // eslint-disable-next-line require-yield
  *check({ plan, published }) {
    const total = planCost(plan)
    if (hasLoop(plan) || total < NEARLY || total > MAX_LOOKUPS) return []
    // Where each term costs one lookup, the last one shows that they are spent.
    const spent = plan.terms.filter((term) => totalCost(term) > 0)
    const led = spent.filter((term) => totalCost(term) > 1)
    const costly = led.length ? led : spent.slice(-1)
    const [first] = costly.toSorted((a, b) => totalCost(b) - totalCost(a))
    if (!first) return []
    const each = costly.map((term) => `\`${term.term.text}\` costs ${totalCost(term)}`).join(', ')
    return [
      {
        at: published,
        span: first.term.span,
        message: `A client that nothing matches costs ${total} of the ${MAX_LOOKUPS} DNS lookups that SPF allows: ${each}.`,
      },
    ]
  },
})

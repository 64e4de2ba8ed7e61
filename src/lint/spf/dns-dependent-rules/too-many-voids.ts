import type { Severity } from '../../../core/diagnostic.ts'
import { defineDnsDependentRule } from '../../dns-dependent-rule.ts'
import { findingAt, type SpfDnsSubject } from '../dns-dependent-subject.ts'
import { MAX_VOIDS } from '../../../auth/spf/limits.ts'
import { chainsOf, type Chain } from '../lookup-plan-walk.ts'
import type { LookupPlan, VoidQuestion } from '../lookup-plan.ts'

export const tooManyVoids = defineDnsDependentRule<SpfDnsSubject>({
  code: 'spf/too-many-voids',
  severity: 'error',
  source: { rfc: 7208, section: '4.6.4' },
  why: 'Questions that find nothing are as a rule old names or typing errors. A check may meet two of them; a third is a permerror.',
  bad: [
    'a.example. TXT "v=spf1 a:x.a.example a:y.a.example «a:z.a.example» -all"',
    'a.example. TXT "v=spf1 a «include:b.example» -all"\nb.example. TXT "v=spf1 a mx -all"',
    'a.example. TXT "v=spf1 a:six.a.example mx:six.a.example «mx» -all"\nsix.a.example. AAAA 2001:db8::1',
  ],
  good: [
    'a.example. TXT "v=spf1 a:x.a.example a:y.a.example -all"',
    'a.example. TXT "v=spf1 a mx -all"\na.example. A 192.0.2.1\na.example. MX 10 a.example.',
  ],
  // The plan holds all the answers.
  // eslint-disable-next-line require-yield
  *check(subject) {
    const over = thirdOf(subject.plan, 'v4', 'error') ?? thirdOf(subject.plan, 'v6', 'info')
    if (!over) return []
    const questions = over.found.map(({ name, type }) => `${type} of \`${name}\``).join(', ')
    const whose = over.family === 'v4' ? '' : ' over IPv6'
    return [
      findingAt(over.chain, subject, {
        severity: over.severity,
        message: `A client${whose} that nothing matches meets ${over.found.length} questions that find nothing, and SPF allows ${MAX_VOIDS}: ${questions}.`,
      }),
    ]
  },
})

interface Over {
  readonly chain: Chain
  readonly found: readonly VoidQuestion[]
  readonly family: 'v4' | 'v6'
  readonly severity: Severity
}

/** Where the third empty answer comes, for clients of one family, and all of them. */
function thirdOf(plan: LookupPlan, family: Over['family'], severity: Severity): Over | undefined {
  const found: VoidQuestion[] = []
  let at: Chain | undefined
  for (const chain of chainsOf(plan)) {
    found.push(...chain.at(-1)!.voids[family])
    if (found.length > MAX_VOIDS) at ??= chain
  }
  return at && { chain: at, found, family, severity }
}

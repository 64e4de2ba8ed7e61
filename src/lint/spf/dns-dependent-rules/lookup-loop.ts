import { defineDnsDependentRule } from '../../dns-dependent-rule.ts'
import { findingAt, type SpfDnsSubject } from '../dns-dependent-subject.ts'
import { chainsOf, nameOf } from '../lookup-plan-walk.ts'

export const lookupLoop = defineDnsDependentRule<SpfDnsSubject>({
  code: 'spf/lookup-loop',
  severity: 'error',
  source: { rfc: 7208, section: '4.6.4' },
  why: 'Records that lead to each other in a circle are gone round until the ten lookups are spent: permerror.',
  bad: [
    'a.example. TXT "v=spf1 «include:b.example» -all"\nb.example. TXT "v=spf1 «include:a.example» -all"',
    'a.example. TXT "v=spf1 «include:b.example» -all"\nb.example. TXT "v=spf1 «redirect=c.example»"\nc.example. TXT "v=spf1 «include:b.example» -all"',
  ],
  good: [
    'a.example. TXT "v=spf1 include:b.example include:c.example -all"\nb.example. TXT "v=spf1 include:c.example -all"\nc.example. TXT "v=spf1 -all"',
    // spf/include-loop reports a record that names itself, without a query.
    'a.example. TXT "v=spf1 ip4:192.0.2.1 -all"',
  ],
  // The plan holds all the answers.
  // eslint-disable-next-line require-yield
  *check(subject) {
    return [...chainsOf(subject.plan)].flatMap((chain) => {
      const { next } = chain.at(-1)!
      if (next?.kind !== 'loop' || chain.length < 2) return []
      const way = next.path.map((name) => `\`${name}\``).join(' → ')
      return [
        findingAt(chain, subject, {
          message: `${nameOf(chain)} goes in a circle: ${way}, round and round until the ten lookups are spent.`,
        }),
      ]
    })
  },
})

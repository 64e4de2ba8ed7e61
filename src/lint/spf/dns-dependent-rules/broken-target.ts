import { defineDnsDependentRule } from '../../dns-dependent-rule.ts'
import { findingAt, type SpfDnsSubject } from '../dns-dependent-subject.ts'
import { removeTerm } from '../fixes.ts'
import { chainsOf, nameOf } from '../lookup-plan-walk.ts'
import type { Next } from '../lookup-plan.ts'

export const brokenTarget = defineDnsDependentRule<SpfDnsSubject>({
  code: 'spf/broken-target',
  severity: 'error',
  source: { rfc: 7208, section: '5.2' },
  why: 'A record that another one includes must be sound: its permerror becomes that of all who include it.',
  bad: [
    'a.example. TXT "v=spf1 «include:b.example» -all"\nb.example. TXT "v=spf1 ip4:192.0.2 -all"',
    'a.example. TXT "v=spf1 «include:b.example» -all"\nb.example. TXT "v=spf1 -all"\nb.example. TXT "v=spf1 mx -all"',
    'a.example. TXT "v=spf1 «redirect=b.example»"\nb.example. TXT "v=spf1 ipv4:192.0.2.1 -all"',
  ],
  good: [
    'a.example. TXT "v=spf1 include:b.example -all"\nb.example. TXT "v=spf1 -all"\nb.example. TXT "hello"',
  ],
  // The plan holds all the answers.
  // eslint-disable-next-line require-yield
  *check(subject) {
    return [...chainsOf(subject.plan)].flatMap((chain) => {
      const { term, target, next } = chain.at(-1)!
      const why = next && whyBroken(next)
      if (!why) return []
      return [
        findingAt(chain, subject, {
          message: `${nameOf(chain)} breaks the check (permerror): \`${target}\` ${why}.`,
          fixes:
            chain.length === 1 && term.name === 'include' ? [removeTerm(subject.record, term)] : [],
        }),
      ]
    })
  },
})

function whyBroken(next: Next): string | undefined {
  if (next.kind === 'several') return `publishes ${next.count} SPF records, and only one may be`
  if (next.kind !== 'broken') return undefined
  return `has a record that cannot be read: ${next.published.record.problems[0]!.message}`
}

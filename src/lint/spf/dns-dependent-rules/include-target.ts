import { defineDnsDependentRule } from '../../dns-dependent-rule.ts'
import { findingAt, type SpfDnsSubject } from '../dns-dependent-subject.ts'
import { removeTerm } from '../fixes.ts'
import { chainsOf, nameOf } from '../lookup-plan-walk.ts'

export const includeTarget = defineDnsDependentRule<SpfDnsSubject>({
  code: 'spf/include-target',
  severity: 'error',
  source: { rfc: 7208, section: '5.2' },
  why: 'An include asks for another domain’s SPF record. If there is none the whole check breaks (permerror), for every client that nothing before it matches.',
  bad: [
    'a.example. TXT "v=spf1 «include:b.example» -all"',
    'a.example. TXT "v=spf1 «include:b.example» -all"\nb.example. TXT "hello"',
    'a.example. TXT "v=spf1 «include:b.example» -all"\nb.example. TXT "v=spf1 «include:c.example» -all"',
  ],
  good: [
    'a.example. TXT "v=spf1 include:b.example -all"\nb.example. TXT "v=spf1 ip4:192.0.2.1 -all"',
    'a.example. TXT "v=spf1 include:%{d}.b.example -all"',
  ],
  // The plan holds all the answers.
  // eslint-disable-next-line require-yield
  *check(subject) {
    return [...chainsOf(subject.plan)].flatMap((chain) => {
      const { term, target, next } = chain.at(-1)!
      if (term.name !== 'include' || next?.kind !== 'none') return []
      const missing = next.status === 'nxdomain' ? 'does not exist' : 'publishes no SPF record'
      return [
        findingAt(chain, subject, {
          message: `${nameOf(chain)} breaks the check (permerror): \`${target}\` ${missing}.`,
          fixes: chain.length === 1 ? [removeTerm(subject.record, term)] : [],
        }),
      ]
    })
  },
})

import { defineDnsDependentRule } from '../../dns-dependent-rule.ts'
import { findingAt, type SpfDnsSubject } from '../dns-dependent-subject.ts'
import { MAX_MX_HOSTS } from '../../../auth/spf/limits.ts'
import { chainsOf, nameOf } from '../lookup-plan-walk.ts'

const hosts = (count: number): string =>
  Array.from({ length: count }, (_, at) => `a.example. MX 10 mx${at}.a.example.`).join('\n') +
  Array.from({ length: count }, (_, at) => `\nmx${at}.a.example. A 192.0.2.${at}`).join('') +
  Array.from({ length: count }, (_, at) => `\nmx${at}.a.example. AAAA 2001:db8::${at}`).join('')

export const tooManyMxHosts = defineDnsDependentRule<SpfDnsSubject>({
  code: 'spf/too-many-mx-hosts',
  severity: 'error',
  source: { rfc: 7208, section: '4.6.4' },
  why: '`mx` may lead to ten mail hosts. An eleventh is a permerror for every client.',
  bad: [
    `a.example. TXT "v=spf1 «mx» -all"\n${hosts(11)}`,
    `b.example. TXT "v=spf1 «include:a.example» -all"\na.example. TXT "v=spf1 «mx» -all"\n${hosts(11)}`,
  ],
  good: [`a.example. TXT "v=spf1 mx -all"\n${hosts(10)}`],
  // The plan holds all the answers.
  // eslint-disable-next-line require-yield
  *check(subject) {
    return [...chainsOf(subject.plan)].flatMap((chain) => {
      const { term, target, hosts: found } = chain.at(-1)!
      if (term.name !== 'mx' || !found || found.names.length <= MAX_MX_HOSTS) return []
      return [
        findingAt(chain, subject, {
          message: `${nameOf(chain)} breaks the check (permerror): \`${target}\` has ${found.names.length} mail hosts, and SPF allows ${MAX_MX_HOSTS}. Name them by \`ip4\` and \`ip6\`.`,
        }),
      ]
    })
  },
})

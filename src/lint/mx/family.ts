import type { DnsRecord } from '../../core/dns.ts'
import { groupBy } from '../../core/group-by.ts'
import { parseStsPolicy } from '../../auth/mta-sts/policy.ts'
import { defaults, dnsFamily, inRunOrder, type KnownBeside } from '../family.ts'
import { allOf } from '../record-index.ts'
import * as rules from './rules/index.ts'
import type { MxSubject } from './subject.ts'

/** MX records, by what shows only where DNS is asked; rules about one zone are zone rules. */
export const mxFamily = dnsFamily<MxSubject>({
  prefixes: ['mx'],
  defaults: defaults('deliverability'),
  rules: inRunOrder(rules),
  // MX records are at hand; only the rules ask.
  // eslint-disable-next-line require-yield
  *subjects(all, known) {
    return subjectsOf(all, known)
  },
})

function subjectsOf(all: readonly DnsRecord[], { policies }: KnownBeside): MxSubject[] {
  const nameless = new Map<string, string | undefined>()
  return [...groupBy(allOf('MX', all), ({ name }) => name)].map(([domain, records]) => {
    const text = policies?.get(domain)
    return {
      ...{ domain, records, all, nameless },
      ...(text !== undefined && { policy: parseStsPolicy(text) }),
    }
  })
}

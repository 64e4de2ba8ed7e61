import * as v from 'valibot'
import { findMailHosts } from '../../auth/mx/evaluate.ts'
import { sameName } from '../../core/domain.ts'
import { defineCondition } from '../condition.ts'
import { met, notYet } from '../evidence.ts'
import { judgedNow } from '../judged-now.ts'

const result = v.picklist(['hosts', 'implicit', 'null-mx', 'none', 'temperror'])

/** What is wanted, by the result: said where the answer is another one. */
const should: Readonly<Record<string, string>> = {
  hosts: 'An MX record should name a host for it.',
  implicit: 'It should have no MX record, and an address.',
  'null-mx': 'A null MX should say that it accepts no mail.',
  none: 'No host should take mail for it.',
  temperror: 'The DNS should give no answer for it.',
}

/**
 * @example
 * { kind: mx, domain: example.org, result: hosts, hosts: [mx1.example.org, mx2.example.org] }
 */
export const mx = defineCondition({
  kind: 'mx',
  about:
    'A sender that looks for the mail hosts of a domain finds these, from the zones as they stand.',
  entries: () => ({
    /** The part behind the `@`. */
    domain: v.string(),
    /** `hosts`: its MX records name them. `implicit`: it is its own host. `null-mx`: it takes no mail. `none`: no host can be reached. Or any of several. */
    result: v.exactOptional(v.union([result, v.array(result)])),
    /** All the hosts, in the order in which they are tried; each with a preference of its own. */
    hosts: v.exactOptional(v.array(v.string())),
    /** An address of the host that is tried first. */
    address: v.exactOptional(v.string()),
  }),
  check({ domain, result: wanted, hosts, address }, { world }) {
    const found = judgedNow(findMailHosts(domain), world)
    const results: readonly string[] = [wanted ?? found.result].flat()
    if (!results.includes(found.result))
      return notYet(`${found.reason} ${should[results[0]!] ?? ''}`.trim())
    const names = found.hosts.map(({ name }) => name)
    const isSame = hosts?.every((name, at) => sameName(name, names[at] ?? '')) ?? true
    if (!isSame || (hosts && hosts.length !== names.length)) return notYet(found.reason)
    const equal =
      hosts && found.hosts.find((one, at) => one.preference === found.hosts[at + 1]?.preference)
    if (equal)
      return notYet(
        `Two hosts have the preference ${equal.preference}, so senders try either of them first.`,
      )
    const first = found.hosts.find(({ addresses }) => addresses.length)?.addresses ?? []
    return address === undefined || first.includes(address) ? met : notYet(found.reason)
  },
})

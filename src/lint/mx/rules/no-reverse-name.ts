import type { Effect } from '../../../core/effects.ts'
import { defineDnsDependentRule } from '../../dns-dependent-rule.ts'
import { evaluateFcrdns } from '../../../auth/fcrdns/evaluate.ts'
import type { MxSubject } from '../subject.ts'
import { findHost } from '../../../auth/mx/hosts.ts'

/** Addresses of one host that are looked at. */
const MOST_ADDRESSES = 8

export const noReverseName = defineDnsDependentRule<MxSubject>({
  code: 'mx/no-reverse-name',
  severity: 'info',
  source: { rfc: 1912, section: '2.1' },
  why: 'Every address should have a name (PTR), and that name should lead back to it. Many receivers refuse mail from an address without; a host that takes mail as a rule sends some, too.',
  bad: [
    '«a.example. MX 10 mx.a.example.»\nmx.a.example. A 192.0.2.1',
    '«a.example. MX 10 mx.a.example.»\nmx.a.example. A 192.0.2.1\n1.2.0.192.in-addr.arpa. PTR www.a.example.\nwww.a.example. A 192.0.2.2',
  ],
  good: [
    'a.example. MX 10 mx.a.example.\nmx.a.example. A 192.0.2.1\n1.2.0.192.in-addr.arpa. PTR mx.a.example.',
    'a.example. MX 10 gone.a.example.\na.example. MX 0 .',
  ],
  *check({ records, nameless }) {
    const found = []
    for (const at of records) {
      const { exchange } = at
      if (!exchange) continue
      if (!nameless.has(exchange)) nameless.set(exchange, yield* whyNameless(exchange))
      const reason = nameless.get(exchange)
      if (reason) found.push({ at, message: `\`${exchange}\`: ${reason}` })
    }
    return found
  },
})

/** Why an address of the host has no name that leads back. */
function* whyNameless(exchange: string): Effect<string | undefined> {
  const { host } = yield* findHost(exchange, 0)
  for (const ip of host.addresses.slice(0, MOST_ADDRESSES)) {
    const { result, reason } = yield* evaluateFcrdns(ip)
    if (result !== 'pass' && result !== 'temperror') return reason
  }
  return undefined
}

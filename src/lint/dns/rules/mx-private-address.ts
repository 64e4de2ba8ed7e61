import type { Place } from '../../../core/span.ts'
import { defineRule } from '../../../core/rule.ts'
import { unreachable } from '../unreachable.ts'
import { addressesOf, allOf, targetSpan, type ZoneSubject } from '../subject.ts'

export const mxPrivateAddress = defineRule<ZoneSubject>({
  code: 'mx/private-address',
  severity: 'warning',
  source: { rfc: 6890, section: '2.2.2' },
  why: 'Private, loopback and link-local addresses mean something only inside one network. A sender outside of it reaches its own machines, or none.',
  bad: [
    '@ MX 10 «mail»\nmail A 10.0.0.25',
    '@ MX 10 «mail»\nmail A 192.0.2.25\n AAAA ::1',
    '@ MX 10 «mail»\nmail A 172.31.255.255',
  ],
  good: ['@ MX 10 mail\nmail A 192.0.2.25\n AAAA 2001:db8::25', '@ MX 10 mail\nmail A 172.32.0.1'],
  *check(subject) {
    // Many domains may name one host.
    const privates = new Map<string, Private | undefined>()
    for (const one of allOf(subject, 'MX')) {
      const { exchange } = one.record
      if (!privates.has(exchange)) privates.set(exchange, privateAddress(exchange, subject))
      const found = privates.get(exchange)
      if (found)
        yield {
          span: targetSpan(one),
          message: `\`${exchange}\` has the ${found.kind} address \`${found.address}\`, which senders outside of its network cannot reach.`,
          related: found.place ? [{ ...found.place, message: 'The address.' }] : [],
        }
    }
  },
})

interface Private {
  readonly kind: string
  readonly address: string
  readonly place: Place | undefined
}

/** The first address of the host that cannot be reached from outside of its network. */
function privateAddress(host: string, subject: ZoneSubject): Private | undefined {
  for (const record of addressesOf(subject, host)) {
    const kind = 'address' in record ? unreachable(record.address) : undefined
    if (kind && 'address' in record) return { kind, address: record.address, place: record.place }
  }
  return undefined
}

import { defineRule } from '../../core/rule.ts'
import { unreachable } from '../unreachable.ts'
import { addressesOf, allOf, targetSpan, type ZoneSubject } from '../zone-subject.ts'

export const mxPrivateAddress = defineRule<ZoneSubject>({
  code: 'mx/private-address',
  severity: 'warning',
  source: { rfc: 6890, section: '2.2.2' },
  why: 'Private, loopback and link-local addresses mean something only inside one network. A sender elsewhere reaches its own machines, or none.',
  bad: [
    '@ MX 10 «mail»\nmail A 10.0.0.25',
    '@ MX 10 «mail»\nmail A 192.0.2.25\n AAAA ::1',
    '@ MX 10 «mail»\nmail A 172.31.255.255',
  ],
  good: ['@ MX 10 mail\nmail A 192.0.2.25\n AAAA 2001:db8::25', '@ MX 10 mail\nmail A 172.32.0.1'],
  *check(subject) {
    for (const one of allOf(subject, 'MX'))
      for (const record of addressesOf(subject, one.record.exchange)) {
        const kind = 'address' in record ? unreachable(record.address) : undefined
        if (!kind || !('address' in record)) continue
        yield {
          span: targetSpan(one),
          message: `\`${one.record.exchange}\` has the ${kind} address \`${record.address}\`, which senders elsewhere cannot reach.`,
          related: record.place ? [{ ...record.place, message: 'The address.' }] : [],
        }
        break
      }
  },
})

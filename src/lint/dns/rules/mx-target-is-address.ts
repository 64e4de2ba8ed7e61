import { defineRule } from '../../../core/rule.ts'
import { rewrite } from '../edits.ts'
import { hostWith, writtenAddress } from '../written-address.ts'
import { allOf, type ZoneSubject } from '../subject.ts'

export const mxTargetIsAddress = defineRule<ZoneSubject>({
  code: 'mx/target-is-address',
  severity: 'error',
  source: { rfc: 1035, section: '3.3.9' },
  why: 'An MX record names a host, and senders look up its addresses. An address in its place is read as a name made of numbers, which no host has.',
  bad: ['@ MX 10 «192.0.2.25»\nmail A 192.0.2.25', '@ MX 10 «2001:db8::25.»'],
  good: ['@ MX 10 mail\nmail A 192.0.2.25'],
  *check(subject) {
    for (const one of allOf(subject, 'MX')) {
      const address = writtenAddress(one)
      if (!address) continue
      const host = hostWith(address.text, subject)
      yield {
        span: address.span,
        message: `\`${address.text}\` is an address; an MX record names a host that has one.`,
        fixes: host ? rewrite(`Write \`${host}.\``, one, address.span, `${host}.`) : [],
      }
    }
  },
})

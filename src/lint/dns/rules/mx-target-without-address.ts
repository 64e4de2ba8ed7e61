import { defineRule } from '../../../core/rule.ts'
import { anyLacksFinalDot } from '../doubled.ts'
import { hasNoAddress } from '../has-no-address.ts'
import { writtenAddress } from '../written-address.ts'
import { allOf, targetSpan, type ZoneSubject } from '../subject.ts'

export const mxTargetWithoutAddress = defineRule<ZoneSubject>({
  code: 'mx/target-without-address',
  severity: 'error',
  source: { rfc: 5321, section: '5.1' },
  why: 'A sender asks for the MX records, then for the addresses of their hosts. Where a host has none, it cannot be reached, and mail waits or bounces.',
  bad: ['@ MX 10 «mail»', '@ MX 10 «mail.example.com.»\nmail TXT "no address"'],
  good: [
    '@ MX 10 mail\nmail AAAA 2001:db8::25',
    '@ MX 10 mx.example.net.',
    '@ MX 0 .',
    '@ MX 10 mail\n* A 192.0.2.25',
  ],
  *check(subject) {
    for (const one of allOf(subject, 'MX')) {
      const { exchange } = one.record
      if (exchange === '' || writtenAddress(one) || anyLacksFinalDot(one, subject)) continue
      const status = hasNoAddress(exchange, subject)
      if (status)
        yield {
          span: targetSpan(one),
          message:
            status === 'nxdomain'
              ? `\`${exchange}\` does not exist. Add an A or AAAA record for it, or name another host.`
              : `\`${exchange}\` has no address. Add an A or AAAA record for it.`,
        }
    }
  },
})

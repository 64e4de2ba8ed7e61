import { defineRule } from '../../../core/rule.ts'
import { isWithin } from '../../../core/domain.ts'
import { anyLacksFinalDot } from '../doubled.ts'
import { hasNoAddress } from '../has-no-address.ts'
import { writtenAddress } from '../written-address.ts'
import { allOf, targetSpan, type ZoneSubject } from '../subject.ts'

export const nsTargetWithoutAddress = defineRule<ZoneSubject>({
  code: 'zone/ns-target-without-address',
  severity: 'warning',
  source: { rfc: 1035, section: '5.2' },
  why: 'A name server without an address cannot be asked.',
  bad: ['@ NS «ns»', '@ NS «ns»\nns TXT "soon"'],
  good: ['@ NS ns\nns A 192.0.2.53', '@ NS ns.example.net.', 'sub NS ns.sub'],
  *check(subject) {
    for (const one of allOf(subject, 'NS')) {
      const { name, target } = one.record
      const glue = name !== subject.zone.origin && isWithin(target, name)
      if (glue || writtenAddress(one) || anyLacksFinalDot(one, subject)) continue
      if (hasNoAddress(target, subject))
        yield {
          span: targetSpan(one),
          message: `\`${target}\` has no address. Add an A or AAAA record for it.`,
        }
    }
  },
})

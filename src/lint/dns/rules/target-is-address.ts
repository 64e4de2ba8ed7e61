import { defineRule } from '../../../core/rule.ts'
import { hostWith, writtenAddress } from '../written-address.ts'
import { rewrite } from '../edits.ts'
import { allOf, type ZoneSubject } from '../subject.ts'

export const targetIsAddress = defineRule<ZoneSubject>({
  code: 'zone/target-is-address',
  severity: 'error',
  source: { rfc: 1035, section: '3.3' },
  why: 'CNAME and NS records point to a name. An address there is read as a name made of numbers, which no host has.',
  bad: ['www CNAME «192.0.2.1»\nweb A 192.0.2.1', '@ NS «192.0.2.53.»'],
  good: ['www A 192.0.2.1', '@ NS ns\nns A 192.0.2.53'],
  *check(subject) {
    for (const one of [...allOf(subject, 'CNAME'), ...allOf(subject, 'NS')]) {
      const address = writtenAddress(one)
      if (!address) continue
      const host = hostWith(address.text, subject)
      yield {
        span: address.span,
        message: `\`${address.text}\` is an address; ${one.record.type} records point to names.`,
        fixes:
          host !== undefined && host !== one.record.name
            ? rewrite(`Write \`${host}.\``, one, address.span, `${host}.`)
            : [],
      }
    }
  },
})

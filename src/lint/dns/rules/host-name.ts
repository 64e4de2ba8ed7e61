import { defineRule } from '../../../core/rule.ts'
import { splitName } from '../../../dns/names.ts'
import { writtenAddress } from '../written-address.ts'
import { allOf, targetSpan, type ZoneSubject } from '../subject.ts'

export const hostName = defineRule<ZoneSubject>({
  code: 'zone/host-name',
  severity: 'warning',
  source: { rfc: 1123, section: '2.1' },
  why: 'The DNS takes any octet in a name, but the name of a host is made of letters, digits and hyphens. Many mail servers refuse to talk to any other.',
  bad: ['@ MX 10 «mail_1»\nmail_1 A 192.0.2.25', '@ NS «-ns»\n-ns A 192.0.2.53'],
  good: ['@ MX 10 mail-1\nmail-1 A 192.0.2.25\n_dmarc TXT "v=DMARC1; p=none"', '@ MX 0 .'],
  *check(subject) {
    for (const one of [...allOf(subject, 'MX'), ...allOf(subject, 'NS')]) {
      if (writtenAddress(one)) continue
      const name = 'exchange' in one.record ? one.record.exchange : one.record.target
      const odd = splitName(name).find((label) => !HOST_LABEL.test(label))
      if (odd !== undefined)
        yield {
          span: targetSpan(one),
          message: `\`${odd}\` is no part of a host’s name: it takes letters, digits and hyphens inside.`,
        }
    }
  },
})

const HOST_LABEL = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/

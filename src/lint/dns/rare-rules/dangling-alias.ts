import { defineRule } from '../../../core/rule.ts'
import { anyLacksFinalDot } from '../doubled.ts'
import { writtenAddress } from '../written-address.ts'
import { isKnown, allOf, targetSpan, type ZoneSubject } from '../subject.ts'

export const danglingAlias = defineRule<ZoneSubject>({
  code: 'zone/dangling-alias',
  severity: 'warning',
  source: { rfc: 1034, section: '3.6.2' },
  why: 'An alias has what its target has. Where the target does not exist, neither does anything behind the alias.',
  bad: ['www CNAME «web»', 'k._domainkey CNAME «k.dkim.example.com.»\ndkim TXT "no key here"'],
  good: ['www CNAME web\nweb A 192.0.2.1', 'www CNAME web.example.net.'],
  *check(subject) {
    for (const one of allOf(subject, 'CNAME')) {
      const { target } = one.record
      if (writtenAddress(one) || anyLacksFinalDot(one, subject) || !isKnown(subject, target))
        continue
      const { status, aliases = [] } = subject.resolver.query(target, 'A')
      if (status === 'nxdomain' && aliases.length === 0)
        yield { span: targetSpan(one), message: `\`${target}\` does not exist.` }
    }
  },
})

import type { Effect } from '../../../core/effects.ts'
import { span } from '../../../core/span.ts'
import { defineDnsDependentRule } from '../../dns-dependent-rule.ts'
import { findMailHosts } from '../../../auth/mx/evaluate.ts'
import { checkHost } from '../../../auth/spf/check-host.ts'
import type { SpfDnsSubject } from '../dns-dependent-subject.ts'
import { MAX_MX_HOSTS } from '../../../auth/spf/limits.ts'
import { mechanismsOf } from '../../../auth/spf/record.ts'

export const ownMailHosts = defineDnsDependentRule<SpfDnsSubject>({
  code: 'spf/own-mail-hosts',
  severity: 'info',
  source: { rfc: 7208, section: '5.4' },
  why: 'The host that takes a domain’s mail often sends for it too: bounces at least, and out-of-office notes. If it does, the record has to name it.',
  bad: [
    'a.example. TXT "«v=spf1» ip4:198.51.100.1 -all"\na.example. MX 10 mx.a.example.\nmx.a.example. A 192.0.2.1',
  ],
  good: [
    'a.example. TXT "v=spf1 mx -all"\na.example. MX 10 mx.a.example.\nmx.a.example. A 192.0.2.1',
    'a.example. TXT "v=spf1 ip4:192.0.2.0/24 -all"\na.example. MX 10 mx.a.example.\nmx.a.example. A 192.0.2.1',
    'a.example. TXT "v=spf1 -all"\na.example. MX 10 mx.a.example.\nmx.a.example. A 192.0.2.1',
    'a.example. TXT "v=spf1 ip4:198.51.100.1 -all"\na.example. A 192.0.2.1',
  ],
  *check({ record, published, domain }) {
    const passesSome = mechanismsOf(record).some(({ qualifier }) => qualifier === '+')
    if (!passesSome || record.problems.length) return []
    const { result, hosts } = yield* findMailHosts(domain)
    if (result !== 'hosts') return []
    const strangers: string[] = []
    for (const { name, addresses } of hosts.slice(0, MAX_MX_HOSTS))
      for (const ip of addresses)
        if (yield* isRefused(ip, name, domain)) strangers.push(`\`${name}\` (${ip})`)
    if (!strangers.length) return []
    const at = record.version.to
    return [
      {
        at: published,
        span: record.version,
        message: `SPF does not permit ${strangers.join(', ')}, a mail host of \`${domain}\`. If it sends mail too, permit it with \`mx\`.`,
        fixes: mechanismsOf(record).some(({ name }) => name === 'mx')
          ? []
          : [{ title: 'Add `mx`', edits: [{ span: span(at, at), text: ' mx' }] }],
      },
    ]
  },
})

/** Whether SPF forbids mail from the host; other rules report a broken record. */
function* isRefused(ip: string, helo: string, domain: string): Effect<boolean> {
  const sender = { local: 'postmaster', domain }
  const { result } = yield* checkHost({ ip, helo, domain, sender, identity: 'mailfrom' })
  return result === 'fail' || result === 'softfail' || result === 'neutral'
}

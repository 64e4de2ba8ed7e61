import { expect, test } from 'vitest'
import { createResolver } from '../../dns/resolver.ts'
import { parseZone } from '../../dns/zone/parse.ts'
import type { World } from '../../world/world.ts'
import { evidence } from '../testing/evidence.ts'
import { judge } from './index.ts'

const START =
  '$TTL 3600\n@ IN SOA ns hostmaster 1 7200 900 1209600 300\n@ IN NS ns\nns IN A 192.0.2.53\n'

const zoneOf = (origin: string, lines: string) => parseZone(`${START}${lines}\n`, { origin }).zone

const zones = [
  zoneOf(
    'example.org',
    `@ IN MX 20 mx2
@ IN MX 10 mx1
mx1 IN A 192.0.2.25
mx2 IN A 192.0.2.26
no IN MX 0 .
even IN MX 10 mx1
even IN MX 10 mx2
bare IN A 192.0.2.80
@ IN TXT "v=spf1 ip4:192.0.2.0/28 a:mx1 mx include:spf.example.net ?ip4:203.0.113.0/24 -all"
open IN TXT "v=spf1 +all"
dear IN TXT "v=spf1 a:n1.test a:n2.test a:n3.test a:n4.test a:n5.test a:n6.test a:n7.test a:n8.test a:n9.test a:n10.test a:n11.test a:n12.test a:n13.test mx -all"
_dmarc IN TXT "v=DMARC1; p=quarantine; sp=reject; t=y; adkim=s; rua=mailto:dmarc@example.org"
`.replace('a:mx1', 'a:mx1.example.org'),
  ),
  zoneOf('example.net', 'spf IN TXT "v=spf1 ip4:198.51.100.0/30 exists:%{i}.l.example.net -all"'),
  zoneOf('2.0.192.in-addr.arpa', '25 IN PTR mx1.example.org.\n26 IN PTR lost.example.org.'),
]
const seen = {
  ...evidence({}),
  world: { resolver: createResolver(zones), clock: { now: () => 0 } } as unknown as World,
}
const stand = (condition: object) => judge(condition as { kind: string }, seen)

const mx = { kind: 'mx', domain: 'example.org' }
const policy = { kind: 'policy', domain: 'example.org' }
const cost = { kind: 'spf-cost', domain: 'example.org' }

test.each([
  [{ ...mx, hosts: ['mx1.example.org', 'MX2.example.org.'], address: '192.0.2.25' }],
  [{ kind: 'mx', domain: 'no.example.org', result: 'null-mx' }],
  [{ kind: 'mx', domain: 'bare.example.org', result: ['implicit', 'hosts'] }],
  [{ kind: 'fcrdns', ip: '192.0.2.25', result: 'pass', name: 'mx1.example.org' }],
  [{ kind: 'fcrdns', ip: '192.0.2.26', result: 'fail' }],
  [{ kind: 'fcrdns', ip: '192.0.2.27', result: 'none' }],
  [{ ...policy, p: 'quarantine', sp: 'reject', np: 'absent', testing: 'yes', adkim: 'strict' }],
  [{ ...policy, domain: 'shop.example.org', at: 'example.org', asks: 'quarantine' }],
  [{ ...policy, rua: 'dmarc@example.org' }],
  [{ ...policy, domain: 'example.net', at: 'none' }],
  // a, mx, include, exists; the addresses of both MX lie outside of the /28.
  [{ ...cost, lookups: 4, lookupsAtLeast: 4, width: 22, widthAtLeast: 22 }],
  [{ ...cost, domain: 'open.example.org', lookups: 0, widthAtLeast: 2 ** 32 }],
  // A check stops at the eleventh.
  [{ ...cost, domain: 'dear.example.org', lookups: 14, lookupsAtLeast: 14 }],
])('%o is met', (condition) => expect(stand(condition)).toEqual({ met: true }))

test.each([
  [
    { ...mx, hosts: ['mx2.example.org', 'mx1.example.org'] },
    'Mail for `example.org` goes to `mx1.example.org` at 192.0.2.25, then `mx2.example.org`.',
  ],
  [
    { ...mx, domain: 'even.example.org', hosts: ['mx1.example.org', 'mx2.example.org'] },
    'Two hosts have the preference 10, so senders try either of them first.',
  ],
  [
    { ...mx, result: 'null-mx' },
    'Mail for `example.org` goes to `mx1.example.org` at 192.0.2.25, then `mx2.example.org`. A null MX should say that it accepts no mail.',
  ],
  [
    { kind: 'fcrdns', ip: '192.0.2.27', result: 'pass' },
    '192.0.2.27 has no name: it has no PTR record.',
  ],
  [
    { ...policy, p: 'reject' },
    '`p` is `quarantine` in `v=DMARC1; p=quarantine; sp=reject; t=y; adkim=s; rua=mailto:dmarc@example.org`, not `reject`.',
  ],
  [
    { ...policy, asks: 'quarantine' },
    'Receivers of mail from `example.org` are asked for `none`, not `quarantine`.',
  ],
  [{ ...cost, lookups: 3 }, 'The SPF record of `example.org` costs 4 lookups.'],
  [{ ...cost, width: 16 }, 'The SPF record of `example.org` lets 22 addresses through.'],
])('%o: %s', (condition, reason) => expect(stand(condition)).toEqual({ met: false, reason }))

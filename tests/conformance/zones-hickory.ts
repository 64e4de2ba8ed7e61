import { vectorsAt, type Suite } from './suite.ts'
import { zoneCase, type ZoneExpected } from './zone-files.ts'

const HICKORY = vectorsAt('hickory-zones/tests/test-data/test_configs')

/** ANAME is hickory's own type; other files are never read. */
const FOREIGN = ['zone/unknown-type', 'zone/unknown-type', 'zone/include-refused']

const soa = (origin: string): string =>
  `${origin}. 259200 IN SOA hickory-dns.org. root.hickory-dns.org. 199609203 28800 7200 604800 86400`

const ns = (origin: string): string => `${origin}. 259200 IN NS hickory-dns.org.`

/** One zone, written in two ways. */
const NO_NEW_LINE: ZoneExpected = {
  records: [
    soa('nonewline'),
    'nonewline. 259200 IN A 127.0.0.1',
    'nonewline. 259200 IN AAAA ::1',
    'ensure.nonewline. 259200 IN A 127.0.0.1',
  ],
}

const TEST_LOCAL = [
  'test.local. 120 IN SOA ns.test.local. nobody.example.com. 2022120201 3600 1800 604800 60',
  'ns.test.local. 120 IN A 127.0.0.1',
  'simple.test.local. 120 IN A 10.0.0.1',
  '*.wc.test.local. 120 IN A 10.0.0.2',
]

const ZONES: readonly [string, string, ZoneExpected][] = [
  ['example.com', 'example.com', { count: 15, problems: FOREIGN }],
  ['dnssec/example.com', 'example.com', { count: 14, problems: FOREIGN }],
  ['default/nonewline', 'nonewline', NO_NEW_LINE],
  ['default/implicitclass', 'nonewline', NO_NEW_LINE],
  ['default/test.local', 'test.local', { records: TEST_LOCAL }],
  ['default/root', '', { count: 39 }],
  ['default/0', '0.in-addr.arpa', { records: [soa('0.in-addr.arpa'), ns('0.in-addr.arpa')] }],
  [
    'default/255',
    '255.in-addr.arpa',
    { records: [soa('255.in-addr.arpa'), ns('255.in-addr.arpa')] },
  ],
  [
    'default/127.0.0.1',
    '127.in-addr.arpa',
    {
      records: [
        soa('127.in-addr.arpa'),
        ns('127.in-addr.arpa'),
        '1.127.in-addr.arpa. 259200 IN PTR localhost.',
      ],
    },
  ],
  [
    'default/ipv6_1',
    '0.ip6.arpa',
    {
      records: [soa('0.ip6.arpa'), ns('0.ip6.arpa'), '1.0.ip6.arpa. 259200 IN PTR localhost.'],
    },
  ],
  [
    'default/localhost',
    'localhost',
    {
      records: [
        soa('localhost'),
        ns('localhost'),
        'localhost. 259200 IN A 127.0.0.1',
        'localhost. 259200 IN AAAA ::1',
      ],
    },
  ],
]

export const hickoryZones: Suite = {
  name: 'Zones: hickory',
  vectors: HICKORY,
  parts: [
    {
      what: 'zones',
      count: 11,
      cases: ZONES.map(([name, origin, expected]) => ({
        ...zoneCase(`${HICKORY}/${name}.zone`, origin, expected),
        name,
      })),
    },
  ],
}
